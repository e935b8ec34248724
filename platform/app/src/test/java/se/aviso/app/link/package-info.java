@NullMarked
package se.aviso.app.link;

import org.jspecify.annotations.NullMarked;
