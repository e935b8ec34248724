package se.aviso.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.aviso.app.invoice.CreditNoteStore;
import se.aviso.app.invoice.InvoiceOrder;
import se.aviso.app.invoice.InvoiceSnapshot;
import se.aviso.app.invoice.InvoiceStore;
import se.aviso.group.BillingField;
import se.aviso.invoice.CreditNote;
import se.aviso.invoice.InvoiceDraft;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.InvoiceLine;
import se.aviso.invoice.Occasion;
import se.aviso.kernel.BankgiroNumber;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.Money;
import se.aviso.kernel.OcrReference;
import se.aviso.kernel.OrganisationNumber;
import se.aviso.kernel.PeriodId;
import se.aviso.kernel.VatRate;
import se.aviso.spi.dispatch.InvoiceFacts;

class ToldFactsTest {
    private static final UUID ID = new UUID(7, 7);
    private static final InvoiceLine FEE = line(InvoiceLine.Kind.MEMBERSHIP, "Företag", 120_000, VatRate.EXEMPT);
    private static final InvoiceLine CAMP = line(InvoiceLine.Kind.FREE, "Läger", 33_333, VatRate.STANDARD);

    @Test
    void aClaimTellsWhatStandsOnIt() {
        var stored = stored(InvoiceKind.CLAIM, Optional.of("4711 Åsa"), Money.ore(20_000));

        var facts = told(DispatchDocument.INVOICE, stored, Optional.empty()).orElseThrow();

        assertThat(facts.head().number()).isEqualTo("12");
        assertThat(facts.head().dueOn()).contains(LocalDate.of(2027, 2, 3));
        assertThat(facts.head().credits()).isEmpty();
        assertThat(facts.seller().name()).isEqualTo("Förbundet & Co");
        assertThat(facts.seller().organisationNumber()).contains(new OrganisationNumber("8020021237"));
        assertThat(facts.seller().vatNumber()).contains("SE802002123701");
        assertThat(facts.buyer().reference()).isEqualTo("4711 Åsa");
        assertThat(facts.buyer().address()).contains(new InvoiceFacts.Address("Gatan 1", "831 30", "Östersund"));
        assertThat(facts.payment().reference()).isEqualTo("1230");
        assertThat(facts.payment().bankgiro()).contains(new BankgiroNumber("9913328"));
        assertThat(facts.total()).isEqualTo(stored.invoice().total());
        assertThat(facts.vatAmount()).isEqualTo(stored.invoice().draft().vatAmount());
        assertThat(facts.payable()).isEqualTo(stored.toPay());
    }

    @Test
    void eachLineKeepsItsTaxAndSaysWhyItIsExempt() {
        var lines = told(DispatchDocument.INVOICE, claim(), Optional.empty())
                .orElseThrow()
                .lines();

        assertThat(lines.stream().map(InvoiceFacts.Line::exemption))
                .containsExactly(Optional.of("medlemsavgift"), Optional.empty(), Optional.empty());
        assertThat(lines.stream().map(InvoiceFacts.Line::net))
                .containsExactly(Money.ore(120_000), Money.ore(26_666), Money.ore(0));
        assertThat(lines.get(2).words()).isTrue();
    }

    @Test
    void whoHasNoReferenceIsNamedByTheMemberNumber() {
        var facts = told(DispatchDocument.INVOICE, claim(), Optional.empty()).orElseThrow();

        assertThat(facts.buyer().reference()).isEqualTo("10042");
    }

    @Test
    void aCreditNoteTellsWhatIsTakenBackOfWhichInvoice() {
        var about = new CreditNoteStore.About(
                new CreditNoteStore.Credited(
                        ID, 12, LocalDate.of(2027, 1, 4), LocalDate.of(2027, 2, 3), Money.ore(153_333)),
                "Fel antal",
                List.of(new CreditNote.Line(2, CAMP, Money.ore(6_666))));

        var facts = told(DispatchDocument.CREDIT_NOTE, stored(InvoiceKind.CREDIT_NOTE), Optional.of(about))
                .orElseThrow();

        assertThat(facts.head().credits()).contains(new InvoiceFacts.Credited("12", LocalDate.of(2027, 1, 4)));
        assertThat(facts.head().note()).isEqualTo("Fel antal");
        assertThat(facts.total()).isEqualTo(Money.ore(33_333));
        assertThat(facts.vatAmount()).isEqualTo(Money.ore(6_666));
    }

    @ParameterizedTest
    @EnumSource(names = {"REMINDER", "REMINDER_RECALLED", "OFFER_WITHDRAWN"})
    void otherDocumentsAreForPeople(DispatchDocument document) {
        assertThat(told(document, claim(), Optional.empty())).isEmpty();
    }

    @Test
    void anOfferIsNoInvoice() {
        assertThat(told(DispatchDocument.INVOICE, stored(InvoiceKind.OFFER), Optional.empty()))
                .isEmpty();
    }

    private static Optional<InvoiceFacts> told(
            DispatchDocument document, InvoiceStore.Stored stored, Optional<CreditNoteStore.About> about) {
        return ToldFacts.of(
                new Dispatch(ID, ID, document, 0, 0, 0, Optional.empty()), new Letters.Content(stored, "", about));
    }

    private static InvoiceStore.Stored claim() {
        return stored(InvoiceKind.CLAIM);
    }

    private static InvoiceStore.Stored stored(InvoiceKind kind) {
        return stored(kind, Optional.empty(), Money.ore(0));
    }

    private static InvoiceStore.Stored stored(InvoiceKind kind, Optional<String> reference, Money used) {
        var draft = new InvoiceDraft(
                kind, Occasion.FIRST, LocalDate.of(2027, 2, 3), List.of(FEE, CAMP, InvoiceLine.words("Tack!")));
        var recipient = new InvoiceSnapshot.Recipient(
                "Bygg & Bo AB",
                List.of("Bygg & Bo AB", "Gatan 1", "831 30 Östersund"),
                Optional.empty(),
                10_042,
                Optional.empty(),
                Optional.empty(),
                Optional.of("0007:5560123456"),
                reference);
        var seller = Map.of(
                BillingField.NAME, "Förbundet & Co",
                BillingField.ORGANISATION_NUMBER, "8020021237",
                BillingField.VAT_NUMBER, "SE802002123701",
                BillingField.BANKGIRO, "9913328");
        return new InvoiceStore.Stored(
                draft.issue(
                        new InvoiceId(ID),
                        new InvoiceDraft.Numbering(12, new OcrReference("1230")),
                        LocalDate.of(2027, 1, 4)),
                new InvoiceOrder.Seller(new GroupId(ID), GiroNumber.ofKey("bankgiro:9913328")),
                new InvoiceOrder.Buyer(new MemberId(ID), new GroupId(ID)),
                new InvoiceSnapshot(seller, recipient, "sv", "Umeå"),
                used);
    }

    private static InvoiceLine line(InvoiceLine.Kind kind, String text, long ore, VatRate rate) {
        return new InvoiceLine(
                new InvoiceLine.Text(kind, text),
                1,
                Money.ore(ore),
                new InvoiceLine.Terms(rate, 3010),
                kind == InvoiceLine.Kind.MEMBERSHIP ? Optional.of(new PeriodId(ID)) : Optional.empty());
    }
}
