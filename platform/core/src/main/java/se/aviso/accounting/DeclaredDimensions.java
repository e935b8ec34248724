package se.aviso.accounting;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.aviso.spi.accounting.NamedDimension;

/**
 * The dimensions that a file for the general ledger declares: all that its rows use and those that they are under, each
 * after the one above it.
 */
public final class DeclaredDimensions {
    /** Numbers that mean the same to all programs (SIE 4B). */
    private static final List<NamedDimension> RESERVED = List.of(
            new NamedDimension(1, "Kostnadsställe", Optional.empty()),
            new NamedDimension(2, "Kostnadsbärare", Optional.of(1)),
            new NamedDimension(6, "Projekt", Optional.empty()),
            new NamedDimension(7, "Anställd", Optional.empty()),
            new NamedDimension(8, "Kund", Optional.empty()),
            new NamedDimension(9, "Leverantör", Optional.empty()),
            new NamedDimension(10, "Faktura", Optional.empty()));

    private static final int LONGEST_NAME = 100;

    private final Map<Integer, NamedDimension> known = new HashMap<>();
    private final Map<Integer, NamedDimension> declared = new LinkedHashMap<>();

    private DeclaredDimensions(List<NamedDimension> named) {
        RESERVED.forEach(each -> known.put(each.number(), each));
        named.stream().filter(DeclaredDimensions::isSound).forEach(each -> known.put(each.number(), each));
    }

    /**
     * The dimensions in the order in which they are declared.
     *
     * @param used by rows
     * @param named by the tenant; these names go before ours
     */
    public static List<NamedDimension> of(Collection<Integer> used, List<NamedDimension> named) {
        var all = new DeclaredDimensions(named);
        new TreeSet<>(used).forEach(number -> all.declare(number, new TreeSet<>()));
        return List.copyOf(all.declared.values());
    }

    /** One that would be under itself, through others or not, stands by itself. */
    private void declare(int number, Set<Integer> below) {
        if (declared.containsKey(number)) {
            return;
        }
        var dimension = known.getOrDefault(number, new NamedDimension(number, "Dimension " + number, Optional.empty()));
        below.add(number);
        var above = dimension.under().filter(upper -> !below.contains(upper));
        above.ifPresent(upper -> declare(upper, below));
        declared.put(number, new NamedDimension(number, dimension.name(), above));
    }

    private static boolean isSound(NamedDimension named) {
        return named.number() > 0
                && !named.name().isBlank()
                && named.name().length() <= LONGEST_NAME
                && named.under().filter(upper -> upper <= 0).isEmpty();
    }
}
