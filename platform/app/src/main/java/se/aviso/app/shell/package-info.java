/**
 * What stands round every page: menu, group, language, log-out, look.
 *
 * <p>{@link se.aviso.app.shell.Menu} lists all that the side menu can have; an entry is seen where its page exists and
 * the user may open it. Slices do not know this package.
 */
@NullMarked
package se.aviso.app.shell;

import org.jspecify.annotations.NullMarked;
