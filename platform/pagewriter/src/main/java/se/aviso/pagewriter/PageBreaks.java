package se.aviso.pagewriter;

import java.util.ArrayList;
import java.util.List;

/**
 * Deals measured rows out to pages. What follows the last row never stands alone: the last page keeps three rows with
 * it where there are three.
 */
final class PageBreaks {
    private static final int ROWS_KEPT_WITH_TAIL = 3;
    private static final double AIR = 4;

    private final PageFrame frame;
    private final double firstTop;
    private final double headHeight;
    private final double tailHeight;
    private final double lastEnd;

    /**
     * Heights and places in millimetres.
     *
     * @param firstTop where the first row begins on the first page
     * @param lastEnd where what follows the rows must end on the last page
     */
    PageBreaks(PageFrame frame, double firstTop, double headHeight, double tailHeight, double lastEnd) {
        this.frame = frame;
        this.firstTop = firstTop;
        this.headHeight = headHeight;
        this.tailHeight = tailHeight;
        this.lastEnd = lastEnd;
    }

    /** The number of rows on each page, given the height of each row. */
    List<Integer> deal(double[] heights) {
        var pages = new ArrayList<Integer>();
        var dealt = 0;
        while (!restFits(heights, dealt, top(pages))) {
            var rows = fittingRows(heights, dealt, top(pages));
            pages.add(rows);
            dealt += rows;
        }
        pages.add(heights.length - dealt);
        return pages;
    }

    /** True when what follows the rows does not end above its limit, however the rows are dealt. */
    boolean crowds(double[] heights) {
        var dealt = deal(heights);
        var from = heights.length - dealt.get(dealt.size() - 1);
        var end = top(dealt.subList(0, dealt.size() - 1)) + tailHeight;
        for (var row = from; row < heights.length; row++) {
            end += heights[row];
        }
        return end > lastEnd;
    }

    private double top(List<Integer> pagesBefore) {
        return pagesBefore.isEmpty() ? firstTop : frame.nextTop() + headHeight + frame.carry();
    }

    private boolean restFits(double[] heights, int from, double top) {
        var end = top + tailHeight;
        for (var row = from; row < heights.length; row++) {
            end += heights[row];
        }
        return end <= lastEnd || heights.length - from <= 1;
    }

    private int fittingRows(double[] heights, int from, double top) {
        var room = frame.end() - top - frame.carry() - AIR;
        var rows = 0;
        while (from + rows < heights.length && heights[from + rows] <= room) {
            room -= heights[from + rows];
            rows++;
        }
        var left = heights.length - from;
        return Math.min(Math.max(rows, 1), Math.max(1, left - ROWS_KEPT_WITH_TAIL));
    }
}
