@NullMarked
package se.aviso.privacy;

import org.jspecify.annotations.NullMarked;
