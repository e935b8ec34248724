/**
 * What sellers owe other groups out of what members have paid, and its payouts.
 *
 * <p>*
 *
 * <p>Central type: {@link se.aviso.app.share.BookShares}, which follows every settlement, and
 * {@link se.aviso.app.share.MakePayouts}.
 */
@NullMarked
package se.aviso.app.share;

import org.jspecify.annotations.NullMarked;
