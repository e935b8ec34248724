package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Of a batch whose run ended early the rest is issued by another, or thrown away; nobody is billed twice. */
@OnRunningProduct
class BatchRestIT {
    private static final AtomicLong PEOPLE = new AtomicLong(8_300_000);
    private static final int CANCELLED = 3;
    private static final int PAUSED = 2;

    private final Product product;
    private final Client office;

    BatchRestIT(Product product) {
        this.product = product;
        this.office = product.admin("prov");
    }

    /** A batch for two, of whom one cannot be reached: its run has issued one. */
    private record Begun(String path, String run, long reached, long unreached) {}

    @Test
    void anotherRunIssuesTheRest() {
        var begun = begin();
        move(begun.run(), PAUSED);
        assertThat(issue(begun.path()).expect(422).problem())
                .as("a run has it in hand")
                .isEqualTo("batch-issued");
        move(begun.run(), CANCELLED);
        reach(begun.unreached());
        var second = issue(begun.path()).expect(202).json().get("id").asText();
        office.finish(second);
        assertThat(second).isNotEqualTo(begun.run());
        assertThat(invoices(begun.reached())).isOne();
        assertThat(invoices(begun.unreached())).isOne();
        assertThat(office.get(begun.path()).json().get("waiting").asLong()).isZero();
        assertThat(issue(begun.path()).expect(422).problem()).isEqualTo("batch-issued");
        product.books().requireClean();
    }

    @Test
    void theRestIsThrownAwayAndWhatWasIssuedStays() {
        var begun = begin();
        move(begun.run(), PAUSED);
        office.send("DELETE", begun.path(), new byte[0]).expect(422);
        move(begun.run(), CANCELLED);
        office.send("DELETE", begun.path(), new byte[0]).expect(204);
        var left = office.get(begun.path()).expect(200).json();
        assertThat(left.get("drafts").asInt()).isOne();
        assertThat(left.get("waiting").asLong()).isZero();
        assertThat(invoices(begun.reached())).isOne();
        assertThat(invoices(begun.unreached())).isZero();
        office.send("DELETE", begun.path(), new byte[0]).expect(422);
        product.books().requireClean();
    }

    private Begun begin() {
        var reached = member("nas" + UUID.randomUUID() + "@people.example");
        var unreached = member("");
        var csv = "medlem;produkt;antal;pris;text;moms;konto\n" + reached + ";;1;75,00;Buss;6 %;3052\n" + unreached
                + ";;1;75,00;Buss;6 %;3052\n";
        var group = product.books()
                .column("prov", "select id from group_node where slug = 'prov-tva'")
                .get(0);
        var batch = office.send(
                        "POST",
                        "invoice-batches?groupId=" + group,
                        csv.getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "text/csv")
                .expect(201)
                .json();
        var path = "invoice-batches/" + batch.get("id").asText();
        var run = issue(path).expect(202).json().get("id").asText();
        assertThat(office.finish(run).get("failed").asInt()).isOne();
        return new Begun(path, run, reached, unreached);
    }

    private Client.Reply issue(String batch) {
        var key = UUID.randomUUID().toString();
        return office.send("POST", batch + ":issue", new byte[0], "Idempotency-Key", key);
    }

    private long member(String email) {
        var number = PEOPLE.incrementAndGet();
        office.importMembers("number,group,type,givenName,familyName,born,email\n" + number
                        + ",prov-tva,ar,Rest,Av Flera,1985-03-01," + email + "\n")
                .expect(200);
        return number;
    }

    private void reach(long number) {
        product.books()
                .column(
                        "prov",
                        "update member set email = 'nu" + number + "@people.example', channel = 0 where number = "
                                + number + " returning 1");
    }

    /** As if somebody had steered the run before its last chunk. */
    private void move(String run, int state) {
        product.books().column("prov", "update run set state = " + state + " where id = '" + run + "' returning 1");
    }

    private long invoices(long number) {
        return product.books()
                .number(
                        "prov",
                        "select count(*) from invoice i join member m on m.tenant_id = i.tenant_id and m.id = i.member_id "
                                + "where m.number = " + number);
    }
}
