/** What becomes of a membership, as examples. */
@NullMarked
package se.aviso.member;

import org.jspecify.annotations.NullMarked;
