@NullMarked
package se.aviso.secret;

import org.jspecify.annotations.NullMarked;
