package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.aviso.demo.bank.OutgoingPayment;

/** Whose bank file it is: of those whose groups it brings money to. */
@OnRunningProduct
class BankFileReachIT {
    private final Product product;
    private final Client office;
    private final Client chair;
    private final Client cashier;
    private final Tree tree;

    BankFileReachIT(Product product) {
        this.product = product;
        this.office = product.admin("prov");
        this.chair = product.as("prov", "ordforande");
        this.cashier = product.as("prov", "kassor");
        this.tree = new Tree(office);
    }

    @Test
    void aBankFileIsSeenAndBookedByThoseWhoseGroupsItBringsMoneyTo() {
        var joined = new SignUps(product).join("prov-tva", "ar");
        var foreign =
                chair.upload("name=andras.txt", paying(joined)).expect(201).json();
        assertThat(foreign.get("state").asText()).isEqualTo("QUARANTINED");
        assertThat(foreign.at("/problems/0/code").asText()).isEqualTo("OTHER_GROUPS_GIRO");
        chair.get("bank-files/" + Grants.id(foreign)).expect(200);
        Grants.assertSameAsUnknown(cashier, "GET", "bank-files/%s", Grants.id(foreign));

        var bytes = paying(joined);
        var own = cashier.upload("name=egna.txt", bytes).expect(201).json();
        assertThat(own.get("state").asText()).isEqualTo("BOOKED");
        assertThat(Grants.ids(cashier.all("bank-files"))).contains(Grants.id(own));
        Grants.assertSameAsUnknown(chair, "GET", "bank-files/%s", Grants.id(own));
        Grants.assertSameAsUnknown(chair, "POST", "bank-files/%s:book", Grants.id(own));
        assertThat(chair.upload("name=egna.txt", bytes).problem()).isEqualTo("bank-file-of-others");
        product.as("prov", "revisor").get("bank-files/" + Grants.id(own)).expect(200);
    }

    @Test
    void whoReadsAFileOfOthersDoesNotBookIt() {
        var auditor = product.as("prov", "revisor");
        var wish = Map.of(
                "userId", Grants.userOf(office, "Rut Revisor"), "role", "CASHIER", "groupId", tree.id("prov-ett"));
        var till = Grants.give(office, wish).expect(201).json();
        var joined = new SignUps(product).join("prov-tva", "ar");
        var file = office.upload("name=prov.txt&rehearsal=true", paying(joined))
                .expect(201)
                .json();
        var refused = auditor.send("POST", "bank-files/" + Grants.id(file) + ":book", new byte[0]);
        assertThat(refused.expect(422).problem()).isEqualTo("bank-file-beyond-own");
        var seen = auditor.get("bank-files/" + Grants.id(file)).expect(200).json();
        assertThat(seen.get("state").asText()).isEqualTo("REHEARSED");
        office.send("DELETE", "grants/" + Grants.id(till), new byte[0]).expect(204);
    }

    private static byte[] paying(SignUps.Joined joined) {
        return BankFiles.of(
                "9913310",
                LocalDate.of(2027, 1, 6),
                List.of(OutgoingPayment.checked("Betalare", joined.ocr(), joined.ore())));
    }
}
