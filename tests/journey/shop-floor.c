/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shop-floor.h"

#include "barcode-render.h"

#include <stdlib.h>
#include <string.h>

#define CORPUS_PICTURE MADAF_SCAN_CORPUS "/ean13-1/15.png"
#define CORPUS_CODE    "4045787034318"
#define PUBLIC_URL     "https://shop.example"
#define OWN_CODE       "7290000000015"

struct _MadafShopFloor
{
  MadafRig *rig;
  char *database;   /* (owned) */
  char *address;    /* (owned) "unix:PATH" */
  char *photograph; /* (owned) */
  char *empty_view; /* (owned) */
  const char *code;
  char *till;           /* (owned) (nullable) until the first sale: its Authorization */
  char *associate;      /* (owned) (nullable) the same, until something is brought */
  GSubprocess *central; /* lent by the rig */
  guint kiosks;
  char *app_token; /* (owned) (nullable) of the member who uses the app */
  guint sales;
  guint calls;
};

static gboolean
is_listening (gpointer user_data)
{
  MadafShopFloor *self = user_data;
  const char *argv[] = {
    "curl", "-sf", "-o", "/dev/null", "--unix-socket", self->address + strlen ("unix:"), "http://localhost/healthz",
    NULL
  };
  g_autoptr (GSubprocess) curl = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_NONE, NULL);

  return curl != NULL && g_subprocess_wait_check (curl, NULL, NULL);
}

void
madaf_shop_floor_start_central (MadafShopFloor *self)
{
  /* A demo shop shows what it would have sent to phones. */
  const char *argv[] = { MADAF_CENTRAL, "--db",         self->database, "--demo", "--listen",
                         self->address, "--public-url", PUBLIC_URL,     NULL };

  self->central = madaf_rig_start (self->rig, NULL, "central.log", argv);
  madaf_rig_wait ("the central to listen", 120, is_listening, self);
}

void
madaf_shop_floor_kill_central (MadafShopFloor *self)
{
  g_subprocess_force_exit (self->central);
  g_subprocess_wait (self->central, NULL, NULL);
}

/* A photograph by somebody else where the corpus lies beside the project, else a code that we draw ourselves. */
static void
choose_photograph (MadafShopFloor *self)
{
  g_autoptr (TestPicture) picture = NULL;

  if (g_file_test (CORPUS_PICTURE, G_FILE_TEST_EXISTS))
    {
      self->photograph = g_strdup (CORPUS_PICTURE);
      self->code = CORPUS_CODE;
      return;
    }
  picture = test_picture_place (test_render_ean (OWN_CODE, 3, 160), 1280, 720, 2, 1.3);
  self->photograph = madaf_rig_path (self->rig, "photograph.png");
  test_picture_save (picture, self->photograph);
  self->code = OWN_CODE;
}

static void
make_empty_view (MadafShopFloor *self)
{
  const char *argv[] = { "convert", "-size", "1280x720", "gradient:#8a8378-#d9d4cb", NULL, NULL };

  self->empty_view = madaf_rig_path (self->rig, "nothing.png");
  argv[4] = self->empty_view;
  g_free (madaf_rig_run (self->rig, argv));
}

static char *
write_feed (MadafShopFloor *self, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  char *path = madaf_rig_path (self->rig, name);

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

static void
import_coat (MadafShopFloor *self)
{
  g_autofree char *goods = g_strdup_printf (
      "id\ttitle:en\ttitle:he\ttitle:ar\ttitle:ru\tdescription\tprice\tgtin\tcolor\tsize\n"
      "field-coat\tField coat\tמעיל שדה\tمعطف ميداني\tПолевая куртка\tA coat\t349.00 ILS\t%s\tOlive\tM\n",
      self->code);
  g_autofree char *products = write_feed (self, "products.tsv", goods);
  g_autofree char *inventory = write_feed (self, "inventory.tsv",
                                           "store_code\tid\tquantity\n"
                                           "haifa-carmel\tfield-coat\t3\n");
  const char *argv[]
      = { MADAF_CENTRAL, "import", "--db", self->database, "--products", products, "--inventory", inventory, NULL };

  g_free (madaf_rig_run (self->rig, argv));
}

static MadafShopFloor *
open_demo (MadafRig *rig)
{
  MadafShopFloor *self = g_new0 (MadafShopFloor, 1);
  g_autofree char *socket = madaf_rig_path (rig, "central.sock");
  const char *demo[] = { MADAF_CENTRAL, "--db", NULL, "--demo", "--listen", NULL, NULL };
  int status;

  self->rig = rig;
  self->database = madaf_rig_path (rig, "shop.db");
  self->address = g_strconcat ("unix:", socket, NULL);
  choose_photograph (self);
  make_empty_view (self);

  demo[2] = self->database;
  demo[5] = self->address;
  self->central = madaf_rig_start (rig, NULL, "filling.log", demo);
  madaf_rig_wait ("the demo shop to open", 120, is_listening, self);
  status = madaf_rig_stop (rig, self->central);
  if (status != 0)
    {
      g_autofree char *why = g_strdup_printf ("the central ended with %d when it was told to stop", status);

      madaf_rig_fail (why);
    }
  return self;
}

MadafShopFloor *
madaf_shop_floor_new (MadafRig *rig)
{
  MadafShopFloor *self = open_demo (rig);

  import_coat (self);
  madaf_shop_floor_start_central (self);
  return self;
}

MadafShopFloor *
madaf_shop_floor_new_demo (MadafRig *rig)
{
  MadafShopFloor *self = open_demo (rig);

  madaf_shop_floor_start_central (self);
  return self;
}

void
madaf_shop_floor_free (MadafShopFloor *self)
{
  g_free (self->database);
  g_free (self->address);
  g_free (self->photograph);
  g_free (self->empty_view);
  g_free (self->till);
  g_free (self->associate);
  g_free (self->app_token);
  g_free (self);
}

const char *
madaf_shop_floor_get_photograph (MadafShopFloor *self)
{
  return self->photograph;
}

const char *
madaf_shop_floor_get_empty_view (MadafShopFloor *self)
{
  return self->empty_view;
}

const char *
madaf_shop_floor_get_code (MadafShopFloor *self)
{
  return self->code;
}

/* A one-time code, as the operator's command prints it. (transfer full) */
static char *
enrol (MadafShopFloor *self, const char *branch, const char *role)
{
  const char *argv[] = { MADAF_CENTRAL, "enrol", "--db", self->database, "--branch", branch, "--role", role, NULL };
  char *code = madaf_rig_run (self->rig, argv);

  return g_strstrip (code);
}

MadafPerson *
madaf_shop_floor_open_kiosk (
    MadafShopFloor *self, const char *shape, const char *language, const char *camera, const char *const *extra)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autofree char *code = enrol (self, "tel-aviv-dizengoff", "kiosk");
  g_autofree char *name = g_strdup_printf ("kiosk-%u", ++self->kiosks);
  g_autofree char *folder = madaf_rig_path (self->rig, name);
  g_autofree char *log = g_strconcat (name, ".log", NULL);
  g_auto (GStrv) size = g_strsplit (shape, "x", 2);
  const char *display = madaf_rig_add_screen (self->rig, atoi (size[0]), atoi (size[1]));
  /* Nobody is taken for gone where a machine is slow, except by a journey that says so. */
  const char *fixed[] = { MADAF_KIOSK,  "--central", self->address, "--enrol", code,      "--shape",        shape,
                          "--language", language,    "--data-dir",  folder,    "--still", "--idle-seconds", "900" };

  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    g_ptr_array_add (argv, (gpointer)fixed[i]);
  if (camera != NULL)
    {
      g_ptr_array_add (argv, (gpointer) "--camera");
      g_ptr_array_add (argv, (gpointer)camera);
    }
  for (guint i = 0; extra != NULL && extra[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer)extra[i]);
  g_ptr_array_add (argv, NULL);
  return madaf_person_new (display, madaf_rig_start (self->rig, display, log, (const char *const *)argv->pdata),
                           language);
}

char *
madaf_shop_floor_ask (MadafShopFloor *self, const char *sql)
{
  const char *argv[] = { "sqlite3", "-readonly", self->database, sql, NULL };

  return g_strchomp (madaf_rig_run (self->rig, argv));
}

void
madaf_shop_floor_let_happen (MadafShopFloor *self, const char *sql)
{
  const char *argv[] = { "sqlite3", "-cmd", ".timeout 10000", self->database, sql, NULL };

  g_free (madaf_rig_run (self->rig, argv));
}

guint
madaf_shop_floor_count_orders (MadafShopFloor *self)
{
  g_autofree char *count
      = madaf_shop_floor_ask (self, "SELECT count(*) FROM customer_order WHERE device_id IS NOT NULL");

  return (guint)g_ascii_strtoull (count, NULL, 10);
}

typedef struct
{
  MadafShopFloor *floor;
  const char *sql;
} Question;

static gboolean
is_so (gpointer user_data)
{
  Question *question = user_data;
  g_autofree char *answer = madaf_shop_floor_ask (question->floor, question->sql);

  return g_str_equal (answer, "1");
}

void
madaf_shop_floor_wait (MadafShopFloor *self, const char *sql)
{
  Question question = { self, sql };

  madaf_rig_wait (sql, 120, is_so, &question);
}

gint64
madaf_shop_floor_wait_traced (MadafShopFloor *self, const char *trace, const char *event)
{
  g_autofree char *path = madaf_rig_path (self->rig, trace);
  g_autofree char *end = g_strconcat (" ", event, NULL);
  gint64 deadline_us = g_get_monotonic_time () + 120 * G_USEC_PER_SEC;

  while (g_get_monotonic_time () < deadline_us)
    {
      g_autofree char *text = NULL;
      g_auto (GStrv) lines = NULL;

      if (g_file_get_contents (path, &text, NULL, NULL))
        lines = g_strsplit (text, "\n", -1);
      for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
        if (g_str_has_suffix (lines[i], end))
          return g_ascii_strtoll (lines[i], NULL, 10);
      g_usleep (20000);
    }
  g_error ("the kiosk did not write %s", event);
}

char *
madaf_shop_floor_search_kiosks (MadafShopFloor *self, const char *text)
{
  g_autofree char *folder = madaf_rig_path (self->rig, "");
  /* Nothing found is no failure of the search. */
  g_autofree char *quoted = g_shell_quote (text);
  g_autofree char *command = g_strdup_printf ("grep -rlaF -e %s %s/kiosk-* || true", quoted, folder);
  const char *argv[] = { "sh", "-c", command, NULL };

  return g_strchomp (madaf_rig_run (self->rig, argv));
}

char *
madaf_shop_floor_use_phone (MadafShopFloor *self, const char *what, const char *user_code, const char *number)
{
  const char *argv[]
      = { "/usr/bin/python3", MADAF_JOURNEY_PHONE, self->address, PUBLIC_URL, what, user_code, number, NULL };

  return g_strchomp (madaf_rig_run (self->rig, argv));
}

/* The value of a text member that the central has just written without white space. (transfer full) */
static char *
member_of (const char *json, const char *name)
{
  g_autofree char *start = g_strdup_printf ("\"%s\":\"", name);
  const char *at = strstr (json, start);

  g_assert_nonnull (at);
  at += strlen (start);
  return g_strndup (at, strcspn (at, "\""));
}

static char *
send (MadafShopFloor *self, const char *method, const char *path, const char *authorization, const char *body)
{
  g_autofree char *url = g_strconcat ("http://localhost", path, NULL);
  g_autofree char *key = g_strdup_printf ("Idempotency-Key: call-of-a-journey-%u", ++self->calls);
  const char *argv[] = { "curl",
                         "-sSf",
                         "-X",
                         method,
                         "--unix-socket",
                         self->address + strlen ("unix:"),
                         "-H",
                         "Content-Type: application/json",
                         "-H",
                         key,
                         "-H",
                         authorization,
                         "-d",
                         body,
                         url,
                         NULL };

  return madaf_rig_run (self->rig, argv);
}

/* What a device of this role and branch shows to be let do what it does. (transfer full) */
static char *
enrol_device (MadafShopFloor *self, const char *branch, const char *role)
{
  g_autofree char *code = enrol (self, branch, role);
  g_autofree char *device = g_strdup_printf ("{\"code\":\"%s\",\"name\":\"%s 1\"}", code, role);
  g_autofree char *answer = send (self, "POST", "/v1/devices", "X-Nothing: 1", device);
  g_autofree char *token = member_of (answer, "token");

  return g_strdup_printf ("Authorization: Bearer %s", token);
}

void
madaf_shop_floor_bring (MadafShopFloor *self, const char *state)
{
  g_autofree char *list = NULL;
  g_autofree char *id = NULL;
  g_autofree char *path = NULL;
  g_autofree char *body = g_strdup_printf ("{\"state\":\"%s\"}", state);
  const char *argv[] = {
    "curl", "-sSf", "--unix-socket", self->address + strlen ("unix:"), "-H", NULL, "http://localhost/v1/fetch-requests",
    NULL
  };

  if (self->associate == NULL)
    self->associate = enrol_device (self, "tel-aviv-dizengoff", "associate");
  argv[5] = self->associate;
  list = madaf_rig_run (self->rig, argv);
  id = member_of (list, "id");
  path = g_strdup_printf ("/v1/fetch-requests/%s/state", id);
  g_free (send (self, "PUT", path, self->associate, body));
}

void
madaf_shop_floor_decide_review (MadafShopFloor *self, const char *review_id, const char *decision, const char *why)
{
  g_autofree char *because = why != NULL ? g_strdup_printf (",\"refused_for\":\"%s\"", why) : g_strdup ("");
  g_autofree char *path = g_strdup_printf ("/v1/reviews/%s/decision", review_id);
  g_autofree char *body = g_strdup_printf ("{\"decision\":\"%s\"%s}", decision, because);

  if (self->associate == NULL)
    self->associate = enrol_device (self, "tel-aviv-dizengoff", "associate");
  g_free (send (self, "POST", path, self->associate, body));
}

void
madaf_shop_floor_change (MadafShopFloor *self, const char *sql)
{
  const char *argv[] = { "sqlite3", self->database, sql, NULL };

  madaf_shop_floor_kill_central (self);
  g_free (madaf_rig_run (self->rig, argv));
  madaf_shop_floor_start_central (self);
}

void
madaf_shop_floor_sell_in_haifa (MadafShopFloor *self, int pieces)
{
  g_autofree char *body = NULL;

  if (self->till == NULL)
    self->till = enrol_device (self, "haifa-carmel", "till");

  body = g_strdup_printf ("{\"movements\":[{\"id\":\"receipt-%u\",\"kind\":\"sale\",\"variant_id\":\"field-coat\","
                          "\"branch_id\":\"haifa-carmel\",\"quantity\":%d,\"at\":\"2026-11-21T10:00:00Z\"}]}",
                          ++self->sales, pieces);
  g_free (send (self, "POST", "/v1/stock/movements", self->till, body));
}

void
madaf_shop_floor_open_app (MadafShopFloor *self, const char *number)
{
  g_autofree char *code = enrol (self, "haifa-carmel", "channel");
  g_autofree char *device = g_strdup_printf ("{\"code\":\"%s\",\"name\":\"App\"}", code);
  g_autofree char *enrolled = send (self, "POST", "/v1/devices", "X-Nothing: 1", device);
  g_autofree char *token = member_of (enrolled, "token");
  g_autofree char *authorization = g_strdup_printf ("Authorization: Bearer %s", token);
  g_autofree char *phone = g_strdup_printf ("{\"phone\":\"%s\",\"language\":\"en\"}", number);
  g_autofree char *sent = send (self, "POST", "/v1/one-time-codes", authorization, phone);
  g_autofree char *id = member_of (sent, "one_time_code_id");
  g_autofree char *digits = madaf_shop_floor_use_phone (self, "digits", NULL, NULL);
  g_autofree char *grant = g_strdup_printf (
      "{\"grant_type\":\"urn:madaf:grant:one-time-code\",\"code\":\"%s\",\"one_time_code_id\":\"%s\"}", digits, id);
  g_autofree char *signed_in = send (self, "POST", "/v1/token", authorization, grant);

  g_free (self->app_token);
  self->app_token = member_of (signed_in, "access_token");
}

void
madaf_shop_floor_deletes_list_in_app (MadafShopFloor *self, const char *list_id)
{
  g_autofree char *authorization = g_strdup_printf ("Authorization: Bearer %s", self->app_token);
  g_autofree char *path = g_strconcat ("/v1/me/lists/", list_id, NULL);

  g_free (send (self, "DELETE", path, authorization, ""));
}

void
madaf_shop_floor_adds_in_app (MadafShopFloor *self, const char *variant_id, int pieces)
{
  g_autofree char *authorization = g_strdup_printf ("Authorization: Bearer %s", self->app_token);
  g_autofree char *body
      = g_strdup_printf ("{\"changes\":[{\"do\":\"add\",\"variant_id\":\"%s\",\"quantity\":%d}]}", variant_id, pieces);

  g_free (send (self, "POST", "/v1/me/basket/changes", authorization, body));
}

void
madaf_shop_floor_shows_member_code (MadafShopFloor *self, const char *picture)
{
  g_autofree char *authorization = g_strdup_printf ("Authorization: Bearer %s", self->app_token);
  g_autofree char *answer = send (self, "POST", "/v1/member-codes", authorization, "");
  g_autofree char *uri = member_of (answer, "uri");
  g_autoptr (TestPicture) seen = test_picture_place (test_render_qr (uri, 12), 1280, 720, 0, 1.0);

  test_picture_save (seen, picture);
}
