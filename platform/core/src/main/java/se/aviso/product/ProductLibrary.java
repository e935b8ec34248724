package se.aviso.product;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The products of a tree: each group has those of the groups above it, but for the numbers that it has itself. */
public final class ProductLibrary {
    private static final Comparator<Product> NEAREST =
            Comparator.comparingInt(product -> product.groupPath().length());

    private final Map<String, List<Product>> byNumber = new HashMap<>();

    public ProductLibrary(Collection<Product> products) {
        products.forEach(product -> byNumber.computeIfAbsent(product.number(), number -> new ArrayList<>())
                .add(product));
    }

    /**
     * What the group of that path sells under that number on that day: its own, else that of the nearest group above
     * it.
     *
     * @return empty when none is sold; never one whose days are over
     */
    public Optional<Product> find(String number, String groupPath, LocalDate day) {
        return byNumber.getOrDefault(number, List.of()).stream()
                .filter(product -> product.holdsFor(groupPath, day))
                .max(NEAREST);
    }

    /** Everything that the group of that path sells on that day, by number. */
    public List<Product> soldBy(String groupPath, LocalDate day) {
        return byNumber.keySet().stream()
                .sorted()
                .flatMap(number -> find(number, groupPath, day).stream())
                .toList();
    }
}
