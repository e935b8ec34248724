package se.aviso.pagewriter;

import java.util.Optional;

/**
 * How a document fits its pages.
 *
 * @param pages so many are needed
 * @param crowded true where what follows the rows reaches into what stands at the foot of the last page
 * @param laidOut why it is laid out whole and not stamped, as when a text is wider than its line and goes on below
 */
public record Fit(int pages, boolean crowded, Optional<Cause> laidOut) {}
