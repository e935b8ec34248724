package se.aviso.app.simulation;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import se.aviso.kernel.Money;

/**
 * Money by month as bars, the simulated beside last year's, in the units of a drawing; the page adds colours and words.
 *
 * @param lines of the scale, from the ground up
 */
public record SimulationChart(List<Line> lines, List<Bars> bars) {
    private static final int WIDTH = 700;
    private static final int HEIGHT = 300;
    private static final int LEFT = 64;
    private static final int GROUND = 264;
    private static final int TALLEST = 240;
    private static final int LINES = 4;
    private static final int BELOW = 12;

    public SimulationChart {
        lines = List.copyOf(lines);
        bars = List.copyOf(bars);
    }

    /** A line of the scale. */
    public record Line(int y, Money value) {}

    /**
     * A month's two bars.
     *
     * @param x the left edge of the first; the other stands beside it
     */
    public record Bars(FindSimulations.Month month, int x, int width, int simulated, int lastYear) {
        /** The top of the simulated one. */
        public int top() {
            return GROUND - simulated;
        }

        /** The top of last year's. */
        public int lastYearTop() {
            return GROUND - lastYear;
        }

        /** The left edge of last year's. */
        public int lastYearX() {
            return x + width;
        }
    }

    static SimulationChart of(List<FindSimulations.Month> months) {
        var most = months.stream()
                .flatMapToLong(month -> LongStream.of(
                        height(month.simulated().paid()),
                        height(month.lastYear().paid())))
                .max()
                .orElse(0);
        var top = Math.max(LINES * 100L, most);
        var slot = (WIDTH - LEFT) / Math.max(1, months.size());
        var lines = IntStream.rangeClosed(0, LINES)
                .mapToObj(at -> new Line(GROUND - at * TALLEST / LINES, Money.ore(top / LINES * at)))
                .toList();
        var bars = IntStream.range(0, months.size())
                .mapToObj(at -> new Bars(
                        months.get(at),
                        LEFT + at * slot + slot / 8,
                        slot * 3 / 8,
                        length(months.get(at).simulated().paid(), top),
                        length(months.get(at).lastYear().paid(), top)))
                .toList();
        return new SimulationChart(lines, bars);
    }

    /** The frame of the drawing, as SVG has it. */
    public String frame() {
        return "0 0 " + WIDTH + " " + HEIGHT;
    }

    /** The foot of the words below the bars. */
    public int wordAt() {
        return HEIGHT - BELOW;
    }

    /** Where the lines of the scale begin. */
    public int left() {
        return LEFT;
    }

    /** Where they end. */
    public int right() {
        return WIDTH;
    }

    private static int length(Money amount, long top) {
        return (int) (height(amount) * TALLEST / top);
    }

    private static long height(Money amount) {
        return Math.max(0, amount.minorUnits());
    }
}
