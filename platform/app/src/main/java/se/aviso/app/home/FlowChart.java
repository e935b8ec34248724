package se.aviso.app.home;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import se.aviso.kernel.Money;
import se.aviso.payment.CashFlow;

/**
 * The bars of a {@link CashFlow}, in the units of a drawing {@value #WIDTH} wide and {@value #HEIGHT} high; the page
 * adds colours and words.
 *
 * @param lines of the scale, from the ground up
 * @param bars one for each week
 */
public record FlowChart(List<Line> lines, List<Bar> bars) {
    private static final int WIDTH = 700;
    private static final int HEIGHT = 318;
    private static final int LEFT = 64;
    private static final int GROUND = 288;
    private static final int TALLEST = 240;
    private static final int MOST_LINES = 4;
    private static final int ABOVE_BAR = 8;
    private static final int BELOW_BAR = 10;
    private static final long[] STEPS = {1, 2, 5};
    private static final long KRONA = 100;

    public FlowChart {
        lines = List.copyOf(lines);
        bars = List.copyOf(bars);
    }

    /** A line of the scale. */
    public record Line(int y, Money value) {}

    /**
     * A week: what was paid stands on the ground, what is expected upon it.
     *
     * @param x the left edge
     */
    public record Bar(CashFlow.Flow flow, int x, int width, int paid, int expected) {
        public int middle() {
            return x + width / 2;
        }

        public int paidTop() {
            return GROUND - paid;
        }

        public int expectedTop() {
            return paidTop() - expected;
        }

        /** The foot of the word above the bar. */
        public int wordAt() {
            return expectedTop() - ABOVE_BAR;
        }
    }

    /** Draws the weeks of the flow. */
    public static FlowChart of(CashFlow flow) {
        var step = step(flow.most().minorUnits());
        var steps = Math.max(1, -Math.floorDiv(-flow.most().minorUnits(), step));
        var top = Math.multiplyExact(step, steps);
        var lines = LongStream.rangeClosed(0, steps)
                .mapToObj(at -> new Line(GROUND - length(at, steps), Money.ore(step * at)))
                .toList();
        var slot = (WIDTH - LEFT) / Math.max(1, flow.flows().size());
        var bars = IntStream.range(0, flow.flows().size())
                .mapToObj(at -> bar(flow.flows().get(at), LEFT + at * slot, slot, top))
                .toList();
        return new FlowChart(lines, bars);
    }

    /** The frame of the drawing, as SVG has it. */
    public String frame() {
        return "0 0 " + WIDTH + " " + HEIGHT;
    }

    /** The foot of the words below the bars. */
    public int weekAt() {
        return HEIGHT - BELOW_BAR;
    }

    /** Where the lines of the scale begin. */
    public int left() {
        return LEFT;
    }

    /** Where they end. */
    public int right() {
        return WIDTH;
    }

    /** The smallest round step of which a few reach the height: 1, 2 or 5 with noughts behind it. */
    static long step(long height) {
        for (var noughts = KRONA; ; noughts = Math.multiplyExact(noughts, 10L)) {
            for (var digit : STEPS) {
                if (height <= digit * noughts * MOST_LINES) {
                    return digit * noughts;
                }
            }
        }
    }

    private static Bar bar(CashFlow.Flow flow, int left, int slot, long top) {
        var width = slot * 5 / 8;
        var paid = length(flow.paidHeight().minorUnits(), top);
        var whole = length(flow.height().minorUnits(), top);
        return new Bar(flow, left + (slot - width) / 2, width, paid, whole - paid);
    }

    private static int length(long value, long top) {
        return (int) (Math.multiplyExact(value, (long) TALLEST) / top);
    }
}
