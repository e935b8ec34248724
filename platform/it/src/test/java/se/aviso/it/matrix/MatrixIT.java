package se.aviso.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import se.aviso.it.OnRunningProduct;
import se.aviso.it.Product;

/**
 * Nobody does anything anywhere that the permissions, the roles and the tree do not allow; and what they allow works.
 */
@OnRunningProduct
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MatrixIT {
    private final Product product;

    MatrixIT(Product product) {
        this.product = product;
    }

    @Test
    @Order(1)
    void everyRouteOfTheApiAnswersAsTheRuleSays() throws SQLException {
        prove(
                "rest",
                (world, question) ->
                        new RestMatrix(world, question.rows(), question.report(), question.extent()).run());
    }

    @Test
    @Order(2)
    void everyPageAnswersAsTheRuleSays() throws SQLException {
        prove("pages", (world, question) -> {
            new ServletMatrix(world, question.rows(), question.report()).run();
            new PageMatrix(world, question.rows(), question.report(), question.extent()).run();
        });
    }

    @Test
    @Order(3)
    void noActOfAPageIsDoneByWhoMayNot() throws SQLException {
        prove("acts", (world, question) -> {
            var acts = new ActMatrix(world, question.rows(), question.report(), question.extent());
            acts.run();
            if (acts.done().size() < 3) {
                question.report().fail("acts by who may", "changed rows in these alone: " + acts.done());
            }
        });
    }

    /** What the parts of the matrix have in common. */
    private record Question(Rows rows, Report report, Extent extent) {}

    private void prove(String name, BiConsumer<World, Question> part) throws SQLException {
        var world = World.on(product);
        var report = new Report();
        try (var rows = new Rows(product.books(), List.of(World.HERE, World.MIRROR))) {
            part.accept(world, new Question(rows, report, Extent.wanted()));
        }
        report.write(name);
        assertThat(report.cells()).as("cells of " + name).isGreaterThan(100);
        assertThat(report.failures())
                .as(report.cells() + " cells\n" + String.join("\n", report.failures()))
                .isEmpty();
    }
}
