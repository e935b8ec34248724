/**
 * A sibling discount: a price rule that the core lacks, by the family that the host tells of.
 *
 * <p>Central type: {@link se.aviso.pricing.sibling.SiblingPrice}.
 */
@NullMarked
package se.aviso.pricing.sibling;

import org.jspecify.annotations.NullMarked;
