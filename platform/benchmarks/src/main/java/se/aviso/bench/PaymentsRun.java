package se.aviso.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import se.aviso.launcher.console.Console;
import se.aviso.launcher.console.Refusal;
import se.aviso.launcher.data.DataFolder;
import se.aviso.launcher.data.RunNote;

/** Asks the running product for payments over REST, and the same of its tables by SQL written by hand. */
final class PaymentsRun {
    private static final int EACH = 20;
    private static final long SEED = 6_10;

    private final int payments;
    private final Figures figures = new Figures("payments");

    PaymentsRun(int payments) {
        this.payments = payments;
    }

    void measureNewDemo() throws IOException, InterruptedException, SQLException {
        var own = OwnFolder.of("payments");
        var folder = own.data();
        try (var product = AvisoProcess.of("demo", folder, Map.of())) {
            product.await(found -> found.fact("circle.seconds").isPresent());
            measure(folder);
        }
        own.delete();
    }

    void measure(DataFolder folder) throws IOException, InterruptedException, SQLException {
        var note = RunNote.read(folder).orElseThrow(() -> new Refusal("No demo runs on " + folder.root() + "."));
        try (var owner = Asking.owner(folder)) {
            measure(note, owner);
        }
        figures.print();
    }

    private void measure(RunNote note, Connection owner) throws IOException, InterruptedException, SQLException {
        var planting = new Planting(owner);
        var tenant = Asking.tenant(owner);
        Console.say("The demo's tenant gets " + payments + " invoices and as many payments ...");
        planting.plant(tenant, "big", payments);
        planting.plantPayments(tenant, "big", payments);
        planting.settle();
        planting.enter(tenant);
        var mix = new PaymentMix(owner, tenant, SEED);
        figures.word("seed", Long.toString(SEED));
        figures.number("payments", payments);
        var asking = new Asking(note, "payments");
        asking.ask(mix.wishes(2));
        var wishes = mix.wishes(EACH);
        var millis = asking.ask(wishes);
        figures.number("search p50 ms", Asking.percentile(millis, 0.5));
        figures.number("search p95 ms", Asking.TARGET_MS, Asking.percentile(millis, Asking.PERCENTILE));
        Asking.bySort(figures, PaymentMix.SORTS, millis);
        var reference = reference(owner, tenant, wishes);
        figures.number("reference SQL p50 ms", Asking.percentile(reference, 0.5));
        figures.number("reference SQL p95 ms", Asking.percentile(reference, Asking.PERCENTILE));
    }

    /** The ids of the same pages: along the order, or all of them sorted, whichever is the quicker. */
    private static double[] reference(Connection owner, String tenant, List<Asking.Wish> wishes) throws SQLException {
        owner.setAutoCommit(false);
        for (var table :
                List.of("payment", "payment_state", "payment_reference", "allocation", "group_node", "search_token")) {
            new Planting(owner).execute("alter table " + table + " no force row level security");
        }
        var millis = new double[wishes.size()];
        for (var i = 0; i < millis.length; i++) {
            var found = "select p.id from payment p join group_node g on g.tenant_id = p.tenant_id "
                    + "and g.id = p.seller_group_id join payment_state s on s.tenant_id = p.tenant_id "
                    + "and s.payment_id = p.id where p.tenant_id = '" + tenant + "' and "
                    + String.join(" and ", wishes.get(i).conditions());
            millis[i] = Asking.quickest(
                    owner,
                    found + " order by p.id desc limit 51",
                    "with hit as materialized (" + found + ") select id from hit order by id desc limit 51");
        }
        owner.rollback();
        owner.setAutoCommit(true);
        return millis;
    }
}
