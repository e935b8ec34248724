package se.aviso.it.matrix;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import se.aviso.access.Role;
import se.aviso.it.matrix.Example.Reach;

/**
 * What stands behind the address of each page; one that has nothing here fails.
 *
 * <p>A new page gets a line: {@link Example#at} for a page about one thing, {@link Example#asking} for what narrows a
 * list or fills in a form, {@link Example#plain} for a page that names none.
 */
final class PageExamples {
    private final Map<String, List<Example>> all = new TreeMap<>();

    PageExamples() {
        shell();
        people();
        money();
        privacy();
        access();
        operator();
        pickup();
        own();
        open();
    }

    /** What stands behind the page's address; nothing where it has no example. */
    List<Example> of(String page) {
        return all.getOrDefault(page, List.of());
    }

    Set<String> pages() {
        return all.keySet();
    }

    private void on(String page, Example... examples) {
        all.put(page, List.of(examples));
    }

    private void shell() {
        for (var page : List.of("/", "/shell/language", "/shell/logo.png", "/shell/more.xhtml", "/home/home.xhtml")) {
            on(page, Example.plain());
        }
        on("/search/results.xhtml", Example.plain());
        on("/shell/groups.xhtml", Example.plain());
    }

    private void people() {
        var group = Example.of(Thing.GROUP);
        on("/group/detail.xhtml", group.at("id=%s"));
        on("/template/edit.xhtml", group.at("id=%s"));
        on("/template/own.xhtml", group.reaching(Reach.WHOLE_TENANT).at("id=%s"));
        on("/group/logo.png", group.at("id=%s"));
        on(
                "/group/move.xhtml",
                group.at("id=%s").with(Place.FEDERATION).notAt(Place.FEDERATION, Place.NORTH, Place.SOUTH));
        on("/group/new.xhtml", group.at("under=%s").notAt(Place.CLUB, Place.SISTER, Place.FAR, Place.THEIRS));
        on("/group/list.xhtml", Example.plain(), group.asking("id=%s"));
        on("/member/add.xhtml", Example.plain(), group.asking("group=%s"));
        on("/member/import.xhtml", Example.plain());
        on("/member/list.xhtml", Example.plain(), group.asking("group=%s"));
        on("/member/detail.xhtml", Example.of(Thing.MEMBER).at("id=%s"));
        on("/member/edit.xhtml", Example.of(Thing.MEMBER).at("id=%s"));
    }

    private void money() {
        on("/invoice/list.xhtml", Example.plain(), Example.of(Thing.GROUP).asking("groupId=%s"));
        on("/invoice/detail.xhtml", Example.of(Thing.INVOICE).at("id=%s"));
        on("/invoice/export.csv", Example.plain().leavingATrace());
        on("/invoice/export.xlsx", Example.plain().leavingATrace());
        on("/simulation/list.xhtml", Example.plain());
        on("/simulation/detail.xhtml", Example.of(Thing.SIMULATION).at("id=%s"));
        on("/simulation/result.csv", Example.of(Thing.SIMULATION).at("id=%s"));
        on("/savedsearch/list.xhtml", Example.plain());
        on("/savedsearch/edit.xhtml", Example.of(Thing.SAVED_SEARCH).at("id=%s"));
        on("/invoice/document.pdf", Example.of(Thing.INVOICE).at("id=%s"));
        on("/invoice/receipt.pdf", Example.of(Thing.INVOICE).at("id=%s"));
        on("/member/statement.pdf", Example.of(Thing.MEMBER).at("id=%s&seller=%2$s&year=2027"));
        on("/invoice/new.xhtml", Example.plain(), Example.of(Thing.MEMBER).asking("member=%s"));
        on("/invoice/drafts.xhtml", Example.plain());
        on("/batch/list.xhtml", Example.plain());
        on("/batch/new.xhtml", Example.plain(), Example.of(Thing.GROUP).at("group=%s"));
        on("/batch/detail.xhtml", Example.of(Thing.BATCH).at("id=%s"));
        on("/product/list.xhtml", Example.plain());
        on("/product/add.xhtml", Example.plain(), Example.of(Thing.GROUP).asking("group=%s"));
        on("/product/edit.xhtml", Example.of(Thing.PRODUCT).at("id=%s"));
        on("/invoice/credit.xhtml", Example.of(Thing.OPEN_INVOICE).at("id=%s"));
        on("/invoice/balance.xhtml", Example.of(Thing.OPEN_INVOICE).at("id=%s"));
        on("/invoice/unlink.xhtml", Example.of(Thing.OPEN_LINK).at("id=%s&invoice=%2$s"));
        on("/dispatch/list.xhtml", Example.plain());
        on("/dispatch/send.xhtml", Example.of(Thing.OPEN_INVOICE).at("id=%s"));
        on("/dispatch/replay.xhtml", Example.plain());
        on("/channel/list.xhtml", Example.plain().reaching(Reach.WHOLE_TREE));
        on("/channel/edit.xhtml", Example.plain().reaching(Reach.WHOLE_TREE).at("channel=EMAIL"));
        on("/dispatch/document.pdf", Example.of(Thing.DISPATCH).at("id=%s"));
        on("/dispatch/resend.xhtml", Example.of(Thing.DISPATCH).at("id=%s"));
        on("/payment/list.xhtml", Example.plain(), Example.of(Thing.BANK_FILE).asking("bankFileId=%s"));
        on(
                "/payment/suspense.xhtml",
                Example.plain(),
                Example.of(Thing.WAITING_PAYMENT).asking("payment=%s"));
        on("/payment/surplus.xhtml", Example.of(Thing.WAITING_PAYMENT).at("payment=%s"));
        on("/payment/chargeback.xhtml", Example.of(Thing.DEDUCTION).at("payment=%s"));
        on("/payment/record.xhtml", Example.of(Thing.PAYMENT).at("id=%s"));
        ledger();
        on("/payment/rules.xhtml", Example.plain());
        on("/payment/rule.xhtml", Example.of(Thing.WAITING_PAYMENT).at("payment=%s"));
        on("/refund/list.xhtml", Example.plain());
        on("/refund/new.xhtml", Example.of(Thing.WAITING_PAYMENT).at("payment=%s"));
        on("/refund/export.xml", Example.of(Thing.REFUND_EXPORT).at("id=%s"));
        on("/bankfile/list.xhtml", Example.plain());
        on("/bankfile/detail.xhtml", Example.of(Thing.REHEARSED_FILE).at("id=%s"));
        on("/bankfile/undo.xhtml", Example.of(Thing.BANK_FILE).at("id=%s"));
        on("/run/list.xhtml", Example.plain());
        on("/run/detail.xhtml", Example.of(Thing.RUN).at("id=%s"));
        on("/run/recall.xhtml", Example.of(Thing.RUN).at("id=%s"));
        on("/run/new.xhtml", Example.plain(), Example.of(Thing.GROUP).asking("group=%s"));
        on("/setting/list.xhtml", Example.plain().reaching(Reach.WHOLE_TREE));
        on("/setting/rates.xhtml", Example.plain());
        on("/pricing/list.xhtml", Example.plain());
        on("/pricing/add.xhtml", Example.plain().reaching(Reach.WHOLE_TREE));
        on(
                "/pricing/detail.xhtml",
                Example.of(Thing.TYPE).reaching(Reach.TENANT).at("id=%s"));
        on(
                "/pricing/edit.xhtml",
                Example.of(Thing.TYPE).reaching(Reach.WHOLE_TENANT).at("id=%s"));
        on("/pricing/change.xhtml", Example.of(Thing.PRICE).at("price=%s"));
        on("/pricing/concession.xhtml", Example.of(Thing.MEMBERSHIP).at("membership=%s"));
        on("/pricing/family.xhtml", Example.of(Thing.MEMBER).at("member=%s"));
        on("/share/list.xhtml", Example.plain());
        on("/share/payouts.csv", Example.plain());
        on(
                "/dunning/policy.xhtml",
                Example.plain(),
                Example.of(Thing.TYPE).reaching(Reach.TENANT).asking("type=%s"));
        on("/dunning/invoice.xhtml", Example.of(Thing.INVOICE).at("id=%s"));
        on("/dunning/collector.xhtml", Example.plain());
        on("/dunning/collector.file", Example.of(Thing.COLLECTOR_EXPORT).at("id=%s"));
        on("/life/change.xhtml", Example.of(Thing.MEMBER).at("id=%s"));
        on("/pricing/price.xhtml", Example.of(Thing.TYPE).reaching(Reach.TENANT).at("type=%s"));
    }

    /** What is known of a person, and the end of it. */
    private void ledger() {
        on("/accounting/list.xhtml", Example.plain(), Example.of(Thing.GROUP).asking("sellerGroupId=%s"));
        on("/accounting/account.xhtml", Example.plain().at("account=1510"));
        on(
                "/accounting/entries.xhtml",
                Example.plain(),
                Example.of(Thing.INVOICE).asking("invoiceId=%s"));
        on("/accounting/entry.xhtml", Example.of(Thing.ENTRY).at("id=%s"));
        on("/accounting/books.xhtml", Example.plain());
        on("/accounting/checks.xhtml", Example.plain());
        on("/accounting/exports.xhtml", Example.plain());
        on("/accounting/export.xhtml", Example.of(Thing.BOOKS_EXPORT).at("id=%s"));
        on("/plugin/list.xhtml", Example.plain());
        on("/plugin/tenants.xhtml", Example.plain());
        on("/plugin/settings.xhtml", Example.plain().at("plugin=accounting-sie"));
        on("/accounting/export.file", Example.of(Thing.BOOKS_EXPORT).at("id=%s&format=SIE4I"));
        on("/accounting/explain.xhtml", Example.of(Thing.INVOICE).at("invoice=%s"));
        for (var file : List.of("balances.csv", "balances.xlsx", "entries.csv", "entries.xlsx")) {
            on("/accounting/" + file, Example.plain());
        }
    }

    private void privacy() {
        var member = Example.of(Thing.MEMBER).at("id=%s");
        on("/privacy/data.zip", member.leavingATrace());
        on("/privacy/number.xhtml", member);
        on("/privacy/protect.xhtml", member);
        on("/privacy/erase.xhtml", Example.of(Thing.LEAVING_MEMBER).at("id=%s"));
        on("/privacy/certificate.xhtml", Example.of(Thing.ERASED_MEMBER).at("id=%s"));
    }

    private void operator() {
        on("/operator/tenants.xhtml", Example.plain());
        on("/operator/new.xhtml", Example.plain());
        on(
                "/operator/tenant.xhtml",
                Example.of(Thing.TENANT).reaching(Reach.INSTALLATION).at("id=%s"));
    }

    private void pickup() {
        var file = Example.of(Thing.SHARED_FILE).reaching(Reach.INSTALLATION).at("id=%s");
        on("/pickup/list.xhtml", Example.plain());
        on("/pickup/new.xhtml", Example.plain());
        on(
                "/pickup/source.xhtml",
                Example.of(Thing.BANK_SERVER).reaching(Reach.INSTALLATION).at("id=%s"));
        on("/pickup/files.xhtml", Example.plain());
        on("/pickup/file.xhtml", file);
        on("/pickup/file.bin", file);
    }

    private void access() {
        var group = Example.of(Thing.GROUP);
        on(
                "/access/list.xhtml",
                Example.plain(),
                group.asking("group=%s"),
                Example.of(Thing.USER).asking("user=%s"));
        on(
                "/access/give.xhtml",
                Example.plain(),
                group.asking("group=%s"),
                Example.of(Thing.USER).asking("user=%s"));
        on("/access/take.xhtml", Example.of(Thing.GRANT).at("id=%s").giving(Role.CASHIER));
        on("/access/invite.xhtml", Example.of(Thing.USER).at("user=%s"));
        on(
                "/audit/list.xhtml",
                Example.plain(),
                Example.of(Thing.MEMBER).asking("subject=%s"),
                group.asking("group=%s"));
    }

    private void own() {
        on("/my/home.xhtml", Example.plain());
        var oneself = Example.of(Thing.OWN_MEMBER).reaching(Reach.OWN).at("member=%s");
        on("/my/details.xhtml", Example.plain(), oneself);
        on("/my/data.zip", Example.plain().leavingATrace(), oneself.leavingATrace());
        on(
                "/my/invoice.xhtml",
                Example.of(Thing.OWN_INVOICE).reaching(Reach.OWN).at("id=%s"));
        on("/my/receipt.pdf", Example.of(Thing.OWN_INVOICE).reaching(Reach.OWN).at("id=%s"));
        on("/my/statement.pdf", Example.of(Thing.OWN_MEMBER).reaching(Reach.OWN).at("id=%s&seller=%2$s&year=2027"));
        on("/my/document.pdf", Example.of(Thing.OWN_INVOICE).reaching(Reach.OWN).at("id=%s"));
    }

    /** What is public is open to everybody; the tests of sign-up ask what it shows to whom. */
    private void open() {
        for (var page : List.of(
                "join.xhtml",
                "joined.xhtml",
                "privacy.xhtml",
                "logo.png",
                "invoice.pdf",
                "language",
                "log-in.xhtml",
                "enter.xhtml",
                "pay.xhtml")) {
            on("/public/" + page, Example.plain());
        }
    }
}
