/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/brand.h"
#include "kiosk/navigator.h"
#include "kiosk/scanned.h"
#include "kiosk/session.h"
#include "kiosk/sound.h"
#include "kiosk/trouble.h"
#include "kiosk/widgets/picture-loader.h"
#include "model/shop.h"
#include "scan/camera.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _MadafCentralClient MadafCentralClient;
typedef struct _MadafOutbox MadafOutbox;
typedef struct _MadafStream MadafStream;

/**
 * MadafContext:
 *
 * What every page is handed: the services of this kiosk and the shopper's session. All getters are (transfer none).
 * Anything not given at construction is NULL (no central in a test of a widget, no pictures without a central).
 * It also tells the session when the central refuses its member.
 * Properties, read-only and notified: `trouble` (MadafTrouble as int), `branch-id` (it comes to be known only once the
 * central answers, when pages may be there already), `ways` (MadafSignInWays as int, the same).
 */
#define MADAF_TYPE_CONTEXT (madaf_context_get_type ())
G_DECLARE_FINAL_TYPE (MadafContext, madaf_context, MADAF, CONTEXT, GObject)

/** Takes no ownership: references what it needs. Any argument but session may be NULL. */
MadafContext *madaf_context_new (MadafSession *session,
                                 MadafCentralClient *central,
                                 MadafPictureLoader *pictures,
                                 MadafBrand *brand,
                                 const char *branch_id);

MadafSession *madaf_context_get_session (MadafContext *self);
MadafCentralClient *madaf_context_get_central (MadafContext *self);
MadafPictureLoader *madaf_context_get_pictures (MadafContext *self);
MadafBrand *madaf_context_get_brand (MadafContext *self);
/** What changes in the shop, as it happens, or NULL. Set once, by the application, before there are pages. */
MadafStream *madaf_context_get_stream (MadafContext *self);
void madaf_context_set_stream (MadafContext *self, MadafStream *stream);
/** Orders on their way to the central, or NULL: this screen takes none. Set once, by the application. */
MadafOutbox *madaf_context_get_outbox (MadafContext *self);
void madaf_context_set_outbox (MadafContext *self, MadafOutbox *outbox);
/** Why the outbox cannot keep orders (its file is damaged, of a newer program, or there is no room), or NULL. */
const GError *madaf_context_get_outbox_fault (MadafContext *self);
void madaf_context_set_outbox_fault (MadafContext *self, const GError *fault);
/** The branch this screen stands in, or NULL. */
const char *madaf_context_get_branch_id (MadafContext *self);
void madaf_context_set_branch_id (MadafContext *self, const char *branch_id);
/** The camera that reads codes; it runs only while a page has started it. NULL: this screen has none. */
MadafCamera *madaf_context_get_camera (MadafContext *self);
void madaf_context_set_camera (MadafContext *self, MadafCamera *camera);
/** The tone of a code that was read, or NULL: silent. */
MadafSound *madaf_context_get_sound (MadafContext *self);
void madaf_context_set_sound (MadafContext *self, MadafSound *sound);
/** How the item numbers of the retailer's own are arranged (MadafStoreItem's patterns), or NULL. */
const char *const *madaf_context_get_store_items (MadafContext *self);
void madaf_context_set_store_items (MadafContext *self, const char *const *patterns);
/** What the shop's own codes look like, as for madaf_code_kind_find (): where its pages are, what the numbers of its
 *  member cards begin with. Both (nullable). */
const char *const *madaf_context_get_origins (MadafContext *self);
void madaf_context_set_origins (MadafContext *self, const char *const *origins);
const char *const *madaf_context_get_member_prefixes (MadafContext *self);
void madaf_context_set_member_prefixes (MadafContext *self, const char *const *prefixes);

/** What keeps this screen from serving anybody; set by the application. */
MadafTrouble madaf_context_get_trouble (MadafContext *self);
void madaf_context_set_trouble (MadafContext *self, MadafTrouble trouble);

/** How one can sign in at this screen; none while it is not known. */
MadafSignInWays madaf_context_get_ways (MadafContext *self);
void madaf_context_set_ways (MadafContext *self, MadafSignInWays ways);

/** Set once by the window. */
MadafNavigator *madaf_context_get_navigator (MadafContext *self);
void madaf_context_set_navigator (MadafContext *self, MadafNavigator *navigator);

/** Short for madaf_navigator_push (navigator, route); takes the reference: context_go (c, madaf_basket_route_new ()).
 */
void madaf_context_go (MadafContext *self, MadafRoute *route);

/**
 * madaf_context_add_opener:
 *
 * Pages of other folders are reached by name so that no page links another: `"scan"`, `"code"` (argument:
 * text of a scanned code), `"product"` (argument: product id), `"search"` (argument: what was typed, or NULL),
 * `"category"` (argument: category id),
 * `"basket"`, `"checkout"`, `"placed"` (argument: order id), `"purchases"`, `"wallet"`,
 * `"wishlist"`, `"home"`. Each page registers
 * its opener in pages/pages.c. The opener returns a new route.
 */
typedef MadafRoute *(*MadafRouteOpener) (const char *argument);
void madaf_context_add_opener (MadafContext *self, const char *name, MadafRouteOpener opener);
/** Returns: FALSE if nobody registered that name. */
gboolean madaf_context_open (MadafContext *self, const char *name, const char *argument);
/** Opens "code" for an item; the route knows what was scanned (madaf_route_get_scanned ()). */
gboolean madaf_context_open_scanned (MadafContext *self, MadafScanned *scanned);
gboolean madaf_context_can_open (MadafContext *self, const char *name);

G_END_DECLS
