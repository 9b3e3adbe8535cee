/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/fields.h"

#include "model/money.h"

typedef struct
{
  const MadafField *fields;
  guint n_fields;
} Table;

static G_DEFINE_QUARK (madaf-fields, table)

    static GType get_type (const MadafField *field)
{
  return field->get_type != NULL ? field->get_type () : field->type;
}

static const Table *
get_table (GObject *object)
{
  return g_type_get_qdata (G_OBJECT_TYPE (object), table_quark ());
}

static gpointer
get_member (GObject *object, const MadafField *field)
{
  return G_STRUCT_MEMBER_P (object, field->offset);
}

/* Stores @value where the kind of property wants it; the pointer that was there is freed. */
static void
store (gpointer member, const GValue *value)
{
  gpointer *pointer = member;

  switch (G_TYPE_FUNDAMENTAL (G_VALUE_TYPE (value)))
    {
    case G_TYPE_STRING:
      g_free (*pointer);
      *pointer = g_value_dup_string (value);
      break;
    case G_TYPE_BOXED:
      if (*pointer != NULL)
        g_boxed_free (G_VALUE_TYPE (value), *pointer);
      *pointer = g_value_dup_boxed (value);
      break;
    case G_TYPE_OBJECT:
    case G_TYPE_INTERFACE:
      g_clear_object (pointer);
      *pointer = g_value_dup_object (value);
      break;
    case G_TYPE_INT64:
      *(gint64 *)member = g_value_get_int64 (value);
      break;
    case G_TYPE_DOUBLE:
      *(double *)member = g_value_get_double (value);
      break;
    case G_TYPE_BOOLEAN:
      *(int *)member = g_value_get_boolean (value);
      break;
    case G_TYPE_ENUM:
      *(int *)member = g_value_get_enum (value);
      break;
    default:
      *(int *)member = g_value_get_int (value);
      break;
    }
}

static void
load (gpointer member, GValue *value)
{
  gpointer *pointer = member;

  switch (G_TYPE_FUNDAMENTAL (G_VALUE_TYPE (value)))
    {
    case G_TYPE_STRING:
      g_value_set_string (value, *pointer);
      break;
    case G_TYPE_BOXED:
      g_value_set_boxed (value, *pointer);
      break;
    case G_TYPE_OBJECT:
    case G_TYPE_INTERFACE:
      g_value_set_object (value, *pointer);
      break;
    case G_TYPE_INT64:
      g_value_set_int64 (value, *(gint64 *)member);
      break;
    case G_TYPE_DOUBLE:
      g_value_set_double (value, *(double *)member);
      break;
    case G_TYPE_BOOLEAN:
      g_value_set_boolean (value, *(int *)member);
      break;
    case G_TYPE_ENUM:
      g_value_set_enum (value, *(int *)member);
      break;
    default:
      g_value_set_int (value, *(int *)member);
      break;
    }
}

/* Whether both are the same; for boxed values other than money, the same pointer. */
static gboolean
equal (const GValue *a, const GValue *b)
{
  switch (G_TYPE_FUNDAMENTAL (G_VALUE_TYPE (a)))
    {
    case G_TYPE_STRING:
      return g_strcmp0 (g_value_get_string (a), g_value_get_string (b)) == 0;
    case G_TYPE_BOXED:
      if (G_VALUE_HOLDS (a, MADAF_TYPE_MONEY))
        return madaf_money_equal (g_value_get_boxed (a), g_value_get_boxed (b));
      return g_value_get_boxed (a) == g_value_get_boxed (b);
    case G_TYPE_OBJECT:
    case G_TYPE_INTERFACE:
      return g_value_get_object (a) == g_value_get_object (b);
    case G_TYPE_INT64:
      return g_value_get_int64 (a) == g_value_get_int64 (b);
    case G_TYPE_BOOLEAN:
      return g_value_get_boolean (a) == g_value_get_boolean (b);
    case G_TYPE_ENUM:
      return g_value_get_enum (a) == g_value_get_enum (b);
    case G_TYPE_INT:
      return g_value_get_int (a) == g_value_get_int (b);
    default:
      return FALSE;
    }
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  gpointer member = get_member (object, &get_table (object)->fields[id - 1]);
  g_auto (GValue) old = G_VALUE_INIT;

  if (pspec->flags & G_PARAM_CONSTRUCT_ONLY)
    {
      store (member, value);
      return;
    }

  g_value_init (&old, G_VALUE_TYPE (value));
  load (member, &old);
  if (equal (&old, value))
    return;

  store (member, value);
  g_object_notify_by_pspec (object, pspec);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  load (get_member (object, &get_table (object)->fields[id - 1]), value);
}

static void
finalize (GObject *object)
{
  const Table *table = get_table (object);

  for (guint i = 0; i < table->n_fields; i++)
    {
      gpointer *pointer = get_member (object, &table->fields[i]);
      GType type = get_type (&table->fields[i]);

      switch (G_TYPE_FUNDAMENTAL (type))
        {
        case G_TYPE_STRING:
          g_clear_pointer (pointer, g_free);
          break;
        case G_TYPE_BOXED:
          if (*pointer != NULL)
            g_boxed_free (type, *pointer);
          break;
        case G_TYPE_OBJECT:
        case G_TYPE_INTERFACE:
          g_clear_object (pointer);
          break;
        default:
          break;
        }
    }

  G_OBJECT_CLASS (g_type_class_peek (G_TYPE_OBJECT))->finalize (object);
}

static GParamSpec *
make_pspec (const MadafField *field)
{
  GType type = get_type (field);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  flags |= field->changes ? G_PARAM_EXPLICIT_NOTIFY : G_PARAM_CONSTRUCT_ONLY;
  switch (G_TYPE_FUNDAMENTAL (type))
    {
    case G_TYPE_STRING:
      return g_param_spec_string (field->name, NULL, NULL, NULL, flags);
    case G_TYPE_BOXED:
      return g_param_spec_boxed (field->name, NULL, NULL, type, flags);
    case G_TYPE_OBJECT:
    case G_TYPE_INTERFACE:
      return g_param_spec_object (field->name, NULL, NULL, type, flags);
    case G_TYPE_INT64:
      return g_param_spec_int64 (field->name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
    case G_TYPE_DOUBLE:
      return g_param_spec_double (field->name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
    case G_TYPE_BOOLEAN:
      return g_param_spec_boolean (field->name, NULL, NULL, FALSE, flags);
    case G_TYPE_ENUM:
      return g_param_spec_enum (field->name, NULL, NULL, type, 0, flags);
    default:
      return g_param_spec_int (field->name, NULL, NULL, G_MININT, G_MAXINT, 0, flags);
    }
}

void
madaf_fields_install (GObjectClass *klass, const MadafField *fields, guint n_fields)
{
  Table *table = g_new (Table, 1);

  /* A class lives as long as the program. */
  table->fields = fields;
  table->n_fields = n_fields;
  g_type_set_qdata (G_OBJECT_CLASS_TYPE (klass), table_quark (), table);

  klass->set_property = set_property;
  klass->get_property = get_property;
  klass->finalize = finalize;
  for (guint i = 0; i < n_fields; i++)
    g_object_class_install_property (klass, i + 1, make_pspec (&fields[i]));
}
