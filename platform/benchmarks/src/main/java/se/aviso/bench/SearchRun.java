package se.aviso.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.aviso.launcher.console.Console;
import se.aviso.launcher.console.Refusal;
import se.aviso.launcher.data.DataFolder;
import se.aviso.launcher.data.RunNote;

/** Asks the running product over REST, and the same of its tables by SQL written by hand. */
final class SearchRun {
    private static final int EACH = 20;
    private static final int OTHERS_INVOICES = 5_000;
    private static final long SEED = 5_12;

    private final int invoices;
    private final int tenants;
    private final Figures figures = new Figures("search");

    SearchRun(int invoices, int tenants) {
        this.invoices = invoices;
        this.tenants = tenants;
    }

    void measureNewDemo() throws IOException, InterruptedException, SQLException {
        var own = OwnFolder.of("search");
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
        Console.say("The demo's tenant gets " + invoices + " invoices ...");
        planting.plant(tenant, "big", invoices);
        planting.settle();
        planting.enter(tenant);
        var mix = new SearchMix(owner, tenant, SEED);
        figures.word("seed", Long.toString(SEED));
        figures.number("invoices", invoices);
        var warm = mix.wishes(2);
        var asking = new Asking(note, "invoices");
        asking.ask(warm);
        var alone = asking.ask(mix.wishes(EACH));
        figures.number("search p50 ms", Asking.percentile(alone, 0.5));
        figures.number("search p95 ms", Asking.TARGET_MS, Asking.percentile(alone, Asking.PERCENTILE));
        others(planting);
        planting.enter(tenant);
        asking.ask(warm);
        var wishes = mix.wishes(EACH);
        var beside = asking.ask(wishes);
        figures.number("other tenants", tenants);
        figures.number("beside others p50 ms", Asking.percentile(beside, 0.5));
        figures.number("beside others p95 ms", Asking.TARGET_MS, Asking.percentile(beside, Asking.PERCENTILE));
        Asking.bySort(figures, SearchMix.SORTS, beside);
        var reference = reference(owner, tenant, wishes);
        figures.number("reference SQL p50 ms", Asking.percentile(reference, 0.5));
        figures.number("reference SQL p95 ms", Asking.percentile(reference, Asking.PERCENTILE));
    }

    private void others(Planting planting) throws SQLException {
        Console.say(tenants + " other tenants get " + OTHERS_INVOICES + " each ...");
        for (var n = 0; n < tenants; n++) {
            var tenant = new UUID(0x7000L, 0x8000_0000_0000_0000L + n).toString();
            planting.addTenant(tenant, "other-" + n);
            planting.plant(tenant, "o" + n, OTHERS_INVOICES);
        }
        planting.settle();
    }

    /**
     * The best that SQL by hand does for the ids of the same fifty, as the owner whom row-level security does not bind
     * for once: along the order or all of them sorted, whichever was the quicker.
     */
    private static double[] reference(Connection owner, String tenant, List<Asking.Wish> wishes) throws SQLException {
        owner.setAutoCommit(false);
        var planting = new Planting(owner);
        for (var table : List.of(
                "invoice",
                "settlement",
                "group_node",
                "dispatch",
                "reminder",
                "invoice_line",
                "period",
                "membership",
                "search_token")) {
            planting.execute("alter table " + table + " no force row level security");
        }
        var millis = new double[wishes.size()];
        for (var i = 0; i < millis.length; i++) {
            var found = "from invoice i join group_node g on g.tenant_id = i.tenant_id and g.id = i.group_id "
                    + "left join settlement s on s.tenant_id = i.tenant_id and s.invoice_id = i.id where i.tenant_id = '"
                    + tenant + "' and " + String.join(" and ", wishes.get(i).conditions());
            var order = wishes.get(i).query().contains("sort=-dueOn") ? "due_on" : "issued_on";
            millis[i] = Asking.quickest(
                    owner,
                    "select i.id " + found + " order by i." + order + " desc, i.id desc limit 51",
                    "with hit as materialized (select i.id, i." + order + " as k " + found
                            + ") select id from hit order by k desc, id desc limit 51");
        }
        owner.rollback();
        owner.setAutoCommit(true);
        return millis;
    }
}
