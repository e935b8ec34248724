@NullMarked
package se.aviso.link;

import org.jspecify.annotations.NullMarked;
