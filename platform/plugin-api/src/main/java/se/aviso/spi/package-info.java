/** What every plugin of every kind is given by its host. */
@NullMarked
package se.aviso.spi;

import org.jspecify.annotations.NullMarked;
