package se.aviso.pagewriter;

/**
 * Where rows may stand, in millimetres from the top of a page.
 *
 * @param nextTop where the row head of a following page begins
 * @param carry height of a carried total
 * @param end where rows end on a page that another follows
 * @param limitId id of the box that what follows the rows must not reach on the last page; where there is none of that
 *     id, {@code end} holds
 * @param limitGap air above that box
 */
public record PageFrame(double nextTop, double carry, double end, String limitId, double limitGap) {}
