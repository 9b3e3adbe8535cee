/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Properties from a table, for the objects of this folder: most of them are records, made once from an answer of the
 * central. A class keeps each property in a member of its instance struct and names both in one table; getting, setting
 * (construct-only, or with a notify on change and only then) and freeing follow from it. For final classes whose parent
 * is GObject. */

/**
 * MadafField:
 * @name: of the property
 * @offset: of the member in the instance struct: char *, int (also for enums and booleans), gint64, double, or a
 * pointer to a boxed value or an object, owned
 * @type: the type, when it is a constant
 * @get_type: (nullable): the type, when it is not
 * @changes: whether the property can be set after construction
 */
typedef struct
{
  const char *name;
  gsize offset;
  GType type;
  GType (*get_type) (void);
  gboolean changes;
} MadafField;

#define MADAF_FIELD(Struct, member, name, type)                                                                        \
  {                                                                                                                    \
    name, G_STRUCT_OFFSET (Struct, member), type, NULL, FALSE                                                          \
  }
#define MADAF_FIELD_OF(Struct, member, name, get_type)                                                                 \
  {                                                                                                                    \
    name, G_STRUCT_OFFSET (Struct, member), 0, get_type, FALSE                                                         \
  }
#define MADAF_FIELD_CHANGES(Struct, member, name, type)                                                                \
  {                                                                                                                    \
    name, G_STRUCT_OFFSET (Struct, member), type, NULL, TRUE                                                           \
  }
#define MADAF_FIELD_OF_CHANGES(Struct, member, name, get_type)                                                         \
  {                                                                                                                    \
    name, G_STRUCT_OFFSET (Struct, member), 0, get_type, TRUE                                                          \
  }

/* For class_init: installs the properties of @fields (static) and the vfuncs that serve them. */
void madaf_fields_install (GObjectClass *klass, const MadafField *fields, guint n_fields);

G_END_DECLS
