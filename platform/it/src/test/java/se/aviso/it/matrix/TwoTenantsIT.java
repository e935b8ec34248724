package se.aviso.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.aviso.it.OnRunningProduct;
import se.aviso.it.Product;

/** Two tenants with the same names, numbers and references never see each other, whatever their admins open. */
@OnRunningProduct
class TwoTenantsIT {
    private static final String NUMBERS = "select distinct ocr from ocr_reference";

    private final Product product;

    TwoTenantsIT(Product product) {
        this.product = product;
    }

    @Test
    void theyHaveTheSameReferencesOnDifferentGiros() {
        World.on(product);
        var books = product.books();
        assertThat(books.column(World.HERE, NUMBERS))
                .hasSizeGreaterThan(1)
                .containsAnyElementsOf(books.column(World.MIRROR, NUMBERS));
        var names = "select distinct name from group_node";
        assertThat(books.column(World.HERE, names)).containsAll(books.column(World.MIRROR, names));
        var giros = "select bankgiro from group_node where bankgiro is not null";
        assertThat(books.column(World.HERE, giros)).doesNotContainAnyElementsOf(books.column(World.MIRROR, giros));
    }

    @Test
    void neitherFindsTheOtherAndEachFindsItself() throws SQLException {
        var world = World.on(product);
        var report = new Report();
        try (var rows = new Rows(product.books(), List.of(World.HERE, World.MIRROR))) {
            walk(world, rows, report, Person.ADMIN, World.MIRROR);
            walk(world, rows, report, Person.FOREIGNER, World.HERE);
        }
        report.write("walk");
        assertThat(report.failures())
                .as(report.cells() + " answers\n" + String.join("\n", report.failures()))
                .isEmpty();
    }

    private void walk(World world, Rows rows, Report report, Person admin, String other) {
        var own = admin.tenant();
        var ocr = product.books().column(own, NUMBERS + " limit 1").get(0);
        var searched = List.of("Lika", "Sam", "1", ocr, World.mark(other), other + ".example");
        var marks = new Marks(bearer(rows, own), bearer(rows, other), searched, report);
        new Walk(world, admin, marks, Extent.wanted()).run(ids(rows));
        var mark = World.mark(own);
        assertThat(marks.found())
                .as("what " + admin + " finds of the own")
                .contains("REST: " + mark, "pages: " + mark, "documents: " + mark)
                .contains("REST: " + own + ".example", "pages: " + own + ".example");
    }

    private Marks.Bearer bearer(Rows rows, String tenant) {
        var words = new HashSet<>(Set.of(World.mark(tenant), tenant + ".example", tenant + "-"));
        words.addAll(product.books().column(tenant, "select bankgiro from group_node where bankgiro is not null"));
        return new Marks.Bearer(words, rows.ids(tenant).keySet());
    }

    /** Of each table of both tenants all, or some where all has to be quick. */
    private static List<String> ids(Rows rows) {
        var ids = new ArrayList<String>();
        for (var tenant : List.of(World.MIRROR, World.HERE)) {
            Map<String, Integer> taken = new HashMap<>();
            rows.ids(tenant).forEach((id, table) -> {
                if (taken.merge(table, 1, Integer::sum) <= Extent.wanted().idsOfATable()) {
                    ids.add(id);
                }
            });
        }
        return ids;
    }
}
