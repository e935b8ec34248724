/** Documents for the Peppol network, judged by its own rules. */
@NullMarked
package se.aviso.dispatch.peppol;

import org.jspecify.annotations.NullMarked;
