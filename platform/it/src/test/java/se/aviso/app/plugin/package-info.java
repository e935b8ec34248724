/** What tests of stores need of plugins, and what is decided of these on a real database. */
@NullMarked
package se.aviso.app.plugin;

import org.jspecify.annotations.NullMarked;
