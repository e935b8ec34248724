package se.aviso.dispatch.peppol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.kernel.Money;
import se.aviso.kernel.VatRate;
import se.aviso.spi.dispatch.InvoiceFacts;
import se.aviso.spi.dispatch.Message;

class UblDocumentTest {
    private static final List<VatRate> RATES = List.of(VatRate.values());

    @Test
    void aMembershipFeeOfWhoIsRegisteredForVatIsExemptWithItsReason() throws UnwritableException {
        var ubl = valid(SomeFacts.invoice(SomeFacts.registered(), SomeFacts.exempt(120_000)));

        assertThat(ubl.one("Invoice/ID")).isEqualTo("10042");
        assertThat(ubl.one("InvoiceTypeCode")).isEqualTo("380");
        assertThat(ubl.one("Invoice/IssueDate")).isEqualTo("2026-12-14");
        assertThat(ubl.one("Invoice/DueDate")).isEqualTo("2027-01-13");
        assertThat(ubl.one("BuyerReference")).isEqualTo("4711 Åsa");
        assertThat(ubl.one("TaxSubtotal/TaxCategory/ID")).isEqualTo("E");
        assertThat(ubl.one("TaxCategory/TaxExemptionReason")).isEqualTo("medlemsavgift");
        assertThat(ubl.one("PayableAmount")).isEqualTo("1200.00");
        assertThat(ubl.one("TaxTotal/TaxAmount")).isEqualTo("0.00");
    }

    @Test
    void anAssociationOutsideOfVatSaysSoAndNamesNoVatNumber() throws UnwritableException {
        var ubl = valid(SomeFacts.invoice(SomeFacts.association(), SomeFacts.exempt(120_000)));

        assertThat(ubl.one("TaxSubtotal/TaxCategory/ID")).isEqualTo("O");
        assertThat(ubl.one("TaxExemptionReasonCode")).isEqualTo("VATEX-EU-O");
        assertThat(ubl.all("PartyTaxScheme")).isEmpty();
        assertThat(ubl.all("TaxCategory/Percent")).isEmpty();
    }

    @Test
    void pricesAreWithoutTaxAndTheSumIsTheDocumentsToTheOre() throws UnwritableException {
        var facts = SomeFacts.invoice(
                SomeFacts.registered(),
                SomeFacts.exempt(120_000),
                SomeFacts.taxed("Läger", 3, 33_333, VatRate.STANDARD),
                SomeFacts.taxed("Bok", 7, 9_995, VatRate.LOW),
                SomeFacts.taxed("Rabatt", 2, -1_001, VatRate.STANDARD));

        var ubl = valid(facts);

        assertThat(ubl.all("LineExtensionAmount")).containsExactly("1552.94", "1200.00", "266.66", "94.29", "-8.01");
        assertThat(ubl.all("PriceAmount")).containsExactly("1200.00", "88.88666667", "13.47", "4.005");
        assertThat(ubl.all("InvoicedQuantity")).containsExactly("1", "3", "7", "-2");
        assertThat(ubl.all("TaxSubtotal/TaxableAmount")).containsExactly("1200.00", "94.29", "258.65");
        assertThat(ubl.all("TaxSubtotal/TaxAmount")).containsExactly("0.00", "5.66", "64.67");
        assertThat(ubl.one("TaxTotal/TaxAmount")).isEqualTo("70.33");
        assertThat(ubl.one("TaxInclusiveAmount")).isEqualTo("1623.27");
        assertThat(facts.total()).isEqualTo(Money.ore(162_327));
    }

    @Test
    void aLineOfRoundingIsALineLikeOthers() throws UnwritableException {
        var ubl = valid(SomeFacts.invoice(
                SomeFacts.registered(),
                SomeFacts.taxed("Läger", 1, 33_340, VatRate.STANDARD),
                SomeFacts.taxed("Öresavrundning", 1, -40, VatRate.EXEMPT)));

        assertThat(ubl.one("PayableAmount")).isEqualTo("333.00");
        assertThat(ubl.all("TaxExemptionReason")).containsExactly("Exempt from VAT");
    }

    @Test
    void whatTheBalanceHasPaidIsPrepaid() throws UnwritableException {
        var ubl = valid(SomeFacts.invoice(SomeFacts.registered(), Money.ore(20_050), SomeFacts.exempt(120_000)));

        assertThat(ubl.one("PrepaidAmount")).isEqualTo("200.50");
        assertThat(ubl.one("PayableAmount")).isEqualTo("999.50");
    }

    @Test
    void nothingIsToBePaidOfWhatIsCoveredWhole() throws UnwritableException {
        var ubl = valid(SomeFacts.invoice(SomeFacts.registered(), Money.ore(120_000), SomeFacts.exempt(120_000)));

        assertThat(ubl.one("PayableAmount")).isEqualTo("0.00");
        assertThat(ubl.all("PaymentMeans")).isEmpty();
    }

    @Test
    void itIsPaidToBankgiroOrPlusgiroWithTheOcrNumber() throws UnwritableException {
        var ubl = valid(SomeFacts.invoice(SomeFacts.registered(), SomeFacts.exempt(120_000)));

        assertThat(ubl.all("PaymentMeansCode")).containsExactly("30", "30");
        assertThat(ubl.all("PaymentID")).containsExactly("1234567897", "1234567897");
        assertThat(ubl.all("PayeeFinancialAccount/ID")).containsExactly("9919879", "44115");
        assertThat(ubl.all("FinancialInstitutionBranch/ID")).containsExactly("SE:BANKGIRO", "SE:PLUSGIRO");
    }

    @Test
    void bothSidesHaveTheirAddressInTheNetwork() throws UnwritableException {
        var ubl = valid(SomeFacts.invoice(SomeFacts.registered(), SomeFacts.exempt(120_000)));

        assertThat(ubl.all("EndpointID")).containsExactly("8020021237", "5560123456");
        assertThat(ubl.all("EndpointID/@schemeID")).containsExactly("0007", "0007");
        assertThat(ubl.all("PartyLegalEntity/CompanyID")).containsExactly("8020021237", "5560123456");
        assertThat(ubl.all("RegistrationName")).containsExactly("Fjäll & Vidd Östersund", "Bygg & Bo i Åre AB");
    }

    @Test
    void aCreditNoteNamesItsInvoiceAndTakesBackWhatItSays() throws UnwritableException {
        var ubl = valid(SomeFacts.creditNote(
                SomeFacts.registered(),
                SomeFacts.exempt(60_000),
                SomeFacts.taxed("Läger", 1, 33_333, VatRate.STANDARD)));

        assertThat(ubl.one("CreditNoteTypeCode")).isEqualTo("381");
        assertThat(ubl.one("InvoiceDocumentReference/ID")).isEqualTo("10042");
        assertThat(ubl.one("InvoiceDocumentReference/IssueDate")).isEqualTo("2026-12-14");
        assertThat(ubl.one("CreditNote/Note")).isEqualTo("Fel antal");
        assertThat(ubl.all("CreditedQuantity")).containsExactly("1", "1");
        assertThat(ubl.one("PayableAmount")).isEqualTo("933.33");
    }

    /** Parts of a line have together its tax; one part may have an öre more than its rate gives. */
    @Test
    void aPartThatIsCreditedHasTheTaxThatWasBooked() throws UnwritableException {
        var part = new InvoiceFacts.Line(
                "Läger", false, 1, "", Money.ore(3_333), VatRate.STANDARD, Money.ore(666), Optional.empty());

        assertThat(valid(SomeFacts.creditNote(SomeFacts.registered(), part)).one("TaxTotal/TaxAmount"))
                .isEqualTo("6.66");
    }

    @Test
    void wordsStandBelowTheLineAboveThem() throws UnwritableException {
        var ubl = valid(SomeFacts.invoice(
                SomeFacts.registered(),
                SomeFacts.words("Hej & välkomna"),
                SomeFacts.exempt(120_000),
                SomeFacts.words("<b>Tack</b>"),
                SomeFacts.words("för allt")));

        assertThat(ubl.one("Invoice/Note")).isEqualTo("Hej & välkomna");
        assertThat(ubl.one("InvoiceLine/Note")).isEqualTo("<b>Tack</b>\nför allt");
    }

    @Test
    void theDocumentThatPeopleReadIsInIt() throws UnwritableException {
        var pdf = "%PDF-1.7 å".getBytes(UTF_8);

        var ubl = valid(
                SomeFacts.invoice(SomeFacts.registered(), SomeFacts.exempt(120_000)),
                new Message.Attachment("faktura-10042.pdf", "application/pdf", pdf));

        assertThat(Base64.getDecoder().decode(ubl.one("EmbeddedDocumentBinaryObject")))
                .isEqualTo(pdf);
        assertThat(ubl.one("EmbeddedDocumentBinaryObject/@filename")).isEqualTo("faktura-10042.pdf");
        assertThat(ubl.one("EmbeddedDocumentBinaryObject/@mimeCode")).isEqualTo("application/pdf");
    }

    @Test
    void whatWasWrittenIsTheSameWheneverItIsWritten() throws UnwritableException {
        var facts = SomeFacts.invoice(SomeFacts.registered(), SomeFacts.exempt(120_000));

        assertThat(Ubl.of(facts).bytes()).isEqualTo(Ubl.of(facts).bytes());
    }

    /** Sums of anything that can be claimed hold; the seed is in the name of what fails. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyLinesMakeAValidDocumentOfTheirSum(long seed) throws UnwritableException {
        var random = new Random(seed);
        var lines = IntStream.rangeClosed(1, 1 + random.nextInt(8))
                .mapToObj(n -> SomeFacts.taxed(
                        "Rad " + n,
                        1 + random.nextInt(30),
                        1 + random.nextInt(500_000),
                        RATES.get(random.nextInt(RATES.size()))))
                .toArray(InvoiceFacts.Line[]::new);
        var facts = SomeFacts.invoice(SomeFacts.registered(), lines);

        var ubl = valid(facts);

        assertThat(new BigDecimal(ubl.one("PayableAmount")).movePointRight(2).longValueExact())
                .as("seed %s", seed)
                .isEqualTo(facts.total().minorUnits());
    }

    @Test
    void whoHasNoVatNumberChargesNoVat() {
        assertThatThrownBy(() -> Ubl.of(SomeFacts.invoice(
                        SomeFacts.association(), SomeFacts.taxed("Läger", 1, 10_000, VatRate.STANDARD))))
                .isInstanceOf(UnwritableException.class)
                .hasMessageContaining("VAT number");
    }

    @Test
    void whoHasNoOrganisationNumberHasNoAddressInTheNetwork() {
        var seller = new InvoiceFacts.Seller("Å", Optional.empty(), Optional.empty(), Optional.empty());

        assertThatThrownBy(() -> Ubl.of(SomeFacts.invoice(seller, SomeFacts.exempt(100))))
                .isInstanceOf(UnwritableException.class)
                .hasMessageContaining("organisation number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0008", "\ud800", "\uffff"})
    void whatXmlCannotCarryIsNotWritten(String text) {
        assertThatThrownBy(() -> Ubl.of(
                        SomeFacts.invoice(SomeFacts.registered(), SomeFacts.taxed(text, 1, 10_000, VatRate.STANDARD))))
                .isInstanceOf(UnwritableException.class);
    }

    @Test
    void aDocumentOfWordsAloneIsNone() {
        assertThatThrownBy(() -> Ubl.of(SomeFacts.invoice(SomeFacts.registered(), SomeFacts.words("Hej"))))
                .isInstanceOf(UnwritableException.class);
    }

    private static Ubl valid(InvoiceFacts facts, Message.Attachment... attachments) throws UnwritableException {
        var ubl = Ubl.of(facts, attachments);
        assertThat(Rulebook.get().broken(ubl.bytes(), facts.head().credits().isPresent()))
                .as(new String(ubl.bytes(), UTF_8))
                .isEmpty();
        return ubl;
    }
}
