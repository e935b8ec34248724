package se.aviso.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.kernel.Money.kronor;
import static se.aviso.payment.PaymentFixture.claim;
import static se.aviso.payment.PaymentFixture.id;
import static se.aviso.payment.PaymentFixture.in;
import static se.aviso.payment.SuggestionHistory.NONE;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.Money;
import se.aviso.kernel.OcrReference;
import se.aviso.payment.Suggestion.Candidate;
import se.aviso.payment.Suggestion.Past;
import se.aviso.spi.bank.PaymentReference;

class SuggestionTest {
    private static final String OCR = OcrReference.ofSerial(10_202_601).digits();

    @Test
    void amountAndNameTogetherMakeADocumentLikely() {
        var suggestion = Suggestion.of(maria(1, kronor(700)), clues(kronor(700), "m sandell", "medlem fam rest"));
        assertThat(suggestion.evidence()).containsExactly(Evidence.PAYER_NAME, Evidence.SAME_AMOUNT);
        assertThat(suggestion.likely(NONE)).isTrue();
    }

    @Test
    void theAmountAloneMakesNothingLikely() {
        var suggestion = Suggestion.of(maria(1, kronor(700)), clues(kronor(700), "okänd", ""));
        assertThat(suggestion.evidence()).containsExactly(Evidence.SAME_AMOUNT);
        assertThat(suggestion.likely(NONE)).isFalse();
    }

    @Test
    void aReferenceWithOneSlipIsSaidToBeOne() {
        var typed = OCR.substring(0, 5) + (char) ('0' + (OCR.charAt(5) - '0' + 3) % 10) + OCR.substring(6);
        var suggestion = Suggestion.of(maria(1, kronor(700)), clues(kronor(700), "", typed));
        assertThat(suggestion.evidence()).containsExactly(Evidence.SLIPPED_DIGIT, Evidence.SAME_AMOUNT);
        assertThat(suggestion.likely(NONE)).isTrue();
    }

    @Test
    void theRightReferenceWithAnotherAmountSaysBoth() {
        var suggestion = Suggestion.of(maria(1, kronor(575)), clues(kronor(700), "", "avi " + OCR));
        assertThat(suggestion.evidence()).containsExactly(Evidence.REFERENCE, Evidence.MORE_THAN_OPEN);
        assertThat(Suggestion.of(maria(1, kronor(900)), clues(kronor(700), "", "avi " + OCR))
                        .evidence())
                .containsExactly(Evidence.REFERENCE, Evidence.LESS_THAN_OPEN);
    }

    @Test
    void numbersOfInvoiceAndMemberAreReadInTheText() {
        assertThat(Suggestion.of(maria(1, kronor(575)), clues(kronor(100), "", "avi 187"))
                        .evidence())
                .containsExactly(Evidence.INVOICE_NUMBER, Evidence.LESS_THAN_OPEN);
        assertThat(Suggestion.of(maria(1, kronor(575)), clues(kronor(100), "", "medlem 4711"))
                        .evidence())
                .containsExactly(Evidence.MEMBER_NUMBER, Evidence.LESS_THAN_OPEN);
    }

    @Test
    void theFamilyNameAloneIsALittle() {
        assertThat(Suggestion.of(maria(1, kronor(575)), clues(kronor(100), "olle sandell", ""))
                        .evidence())
                .containsExactly(Evidence.FAMILY_NAME, Evidence.LESS_THAN_OPEN);
        assertThat(Suggestion.of(maria(1, kronor(575)), clues(kronor(100), "anna berg", "för maria sandell"))
                        .evidence())
                .containsExactly(Evidence.NAME_IN_TEXT, Evidence.LESS_THAN_OPEN);
    }

    @Test
    void aCreditedDocumentIsShownLastAndCannotBeChosen() {
        var credited = of(in(OpenItem.State.CREDITED, claim(1, kronor(0))), "maria", "sandell");
        var other = of(claim(2, kronor(700)), "eva", "sandell");
        var found = Suggestion.among(List.of(credited, other), clues(kronor(700), "maria sandell", ""), 5, NONE);
        assertThat(found).extracting(each -> each.candidate().item().id()).containsExactly(id(2), id(1));
        assertThat(found).extracting(Suggestion::choosable).containsExactly(true, false);
        assertThat(found.get(1).evidence()).contains(Evidence.CREDITED);
    }

    @Test
    void theLikeliestComesFirstAndWhatNothingSpeaksForNotAtAll() {
        var found = Suggestion.among(
                List.of(
                        of(claim(1, kronor(500)), "nils", "berg"),
                        of(claim(2, kronor(700)), "nils", "berg"),
                        of(claim(3, kronor(575)), "maria", "sandell"),
                        of(claim(4, kronor(700)), "maria", "sandell")),
                clues(kronor(700), "m sandell", ""),
                2,
                NONE);
        assertThat(found).extracting(each -> each.candidate().item().id()).containsExactly(id(4), id(3));
    }

    @Test
    void documentsOfAMemberThatAreTogetherWhatWaitsSaySo() {
        var found = Suggestion.among(
                List.of(maria(1, kronor(300)), maria(2, kronor(400)), maria(3, kronor(500))),
                clues(kronor(700), "m sandell", ""),
                5,
                NONE);
        assertThat(found).extracting(each -> each.candidate().item().id()).containsExactly(id(1), id(2), id(3));
        assertThat(found.get(0).evidence()).contains(Evidence.ADDS_UP);
        assertThat(found.get(0).together()).containsExactly(id(1), id(2));
        assertThat(found.get(2).together()).isEmpty();
    }

    @Test
    void whatPeopleHaveChosenComesBeforeWhatIsGuessed() {
        var amount = of(claim(2, kronor(700)), "nils", "berg");
        var name = of(claim(3, kronor(575)), "maria", "sandell");
        var clues = clues(kronor(700), "m sandell", "");
        var learned = new SuggestionHistory(Map.of(
                Suggestion.of(amount, clues).pattern(), new SuggestionHistory.Tally(100, 97),
                Suggestion.of(name, clues).pattern(), new SuggestionHistory.Tally(100, 3)));
        assertThat(Suggestion.among(List.of(amount, name), clues, 5, NONE))
                .extracting(each -> each.candidate().item().id())
                .containsExactly(id(3), id(2));
        assertThat(Suggestion.among(List.of(amount, name), clues, 5, learned))
                .extracting(each -> each.candidate().item().id())
                .containsExactly(id(2), id(3));
    }

    @Test
    void theAccountThatPaidForTheMemberBeforeSpeaksForTheMembersDocuments() {
        var known = new Past(Set.of(), Map.of("SE12", LocalDate.of(2026, 11, 16)), Set.of());
        var clues = from("SE12", clues(kronor(700), "m sandell", ""));
        assertThat(Suggestion.of(with(known, maria(1, kronor(575))), clues).evidence())
                .containsExactly(Evidence.SAME_ACCOUNT, Evidence.PAYER_NAME, Evidence.MORE_THAN_OPEN);
        assertThat(Suggestion.of(with(known, maria(1, kronor(575))), from("SE34", clues))
                        .evidence())
                .doesNotContain(Evidence.SAME_ACCOUNT);
    }

    @Test
    void anUnknownAccountIsNobodys() {
        var known = new Past(Set.of(), Map.of("SE12", LocalDate.of(2026, 11, 16)), Set.of());
        assertThat(Suggestion.of(with(known, maria(1, kronor(575))), clues(kronor(700), "", ""))
                        .evidence())
                .containsExactly(Evidence.MORE_THAN_OPEN);
    }

    @Test
    void theReferenceOfAnotherDocumentOfTheMemberPointsAtThisOne() {
        var former = OcrReference.ofSerial(10_202_599).digits();
        var known = new Past(Set.of(ReferenceWords.withoutLeadingZeros(former)), Map.of(), Set.of());
        var suggestion = Suggestion.of(with(known, maria(1, kronor(700))), clues(kronor(700), "", former));
        assertThat(suggestion.evidence()).containsExactly(Evidence.FORMER_REFERENCE, Evidence.SAME_AMOUNT);
        assertThat(suggestion.likely(NONE)).isTrue();
    }

    @Test
    void theDocumentsOwnReferenceIsNoFormerOne() {
        var known = new Past(Set.of(ReferenceWords.withoutLeadingZeros(OCR)), Map.of(), Set.of());
        assertThat(Suggestion.of(with(known, maria(1, kronor(700))), clues(kronor(700), "", OCR))
                        .evidence())
                .containsExactly(Evidence.REFERENCE, Evidence.SAME_AMOUNT);
    }

    @Test
    void theGuessAddsUpTheReasonsAndIsNeverQuiteSure() {
        assertThat(Suggestion.of(maria(1, kronor(700)), clues(kronor(700), "okänd", ""))
                        .score(NONE)
                        .map(SuggestionHistory.Score::percent))
                .hasValue(30);
        assertThat(Suggestion.of(maria(1, kronor(700)), clues(kronor(700), "m sandell", ""))
                        .score(NONE)
                        .map(SuggestionHistory.Score::percent))
                .hasValue(65);
        assertThat(Suggestion.of(maria(1, kronor(700)), clues(kronor(700), "m sandell", OCR))
                        .score(NONE)
                        .map(SuggestionHistory.Score::percent))
                .hasValue(95);
    }

    @Test
    void whatCannotBePaidHasNoScore() {
        assertThat(Suggestion.of(maria(1, kronor(0)), clues(kronor(700), "", OCR))
                        .score(NONE)
                        .map(SuggestionHistory.Score::percent))
                .isEmpty();
    }

    @Test
    void aPaidDocumentSaysSo() {
        assertThat(Suggestion.of(maria(1, kronor(0)), clues(kronor(700), "", OCR))
                        .evidence())
                .containsExactly(Evidence.REFERENCE, Evidence.SETTLED);
    }

    private static Candidate maria(int number, Money open) {
        return of(claim(number, open), "maria", "sandell");
    }

    private static Candidate of(OpenItem item, String given, String family) {
        return new Candidate(
                item, ReferenceWords.withoutLeadingZeros(OCR), 187, 4711, Set.of(given), Set.of(family), Past.NONE);
    }

    @Test
    void theOrganisationThatPaidForTheMemberBeforeSpeaksFromWhicheverAccount() {
        var known = new Past(Set.of(), Map.of("SE12", LocalDate.of(2026, 11, 16)), Set.of("5560001234"));
        var clues = clues(kronor(575), "arbetsgivaren ab", "");
        var here = with(known, maria(1, kronor(575)));
        assertThat(Suggestion.of(here, from(new Clues.Origin("SE34", "5560001234"), clues))
                        .evidence())
                .containsExactly(Evidence.SAME_AMOUNT, Evidence.SAME_ORGANISATION);
        assertThat(Suggestion.of(here, from(new Clues.Origin("SE12", "5560001234"), clues))
                        .evidence())
                .containsExactly(Evidence.SAME_ACCOUNT, Evidence.SAME_AMOUNT);
        assertThat(Suggestion.of(here, from(Clues.Origin.UNKNOWN, clues)).evidence())
                .containsExactly(Evidence.SAME_AMOUNT);
    }

    private static Candidate with(Past past, Candidate candidate) {
        return new Candidate(
                candidate.item(),
                candidate.reference(),
                candidate.number(),
                candidate.memberNumber(),
                candidate.given(),
                candidate.family(),
                past);
    }

    private static Clues from(String account, Clues clues) {
        return from(new Clues.Origin(account, ""), clues);
    }

    private static Clues from(Clues.Origin origin, Clues clues) {
        return new Clues(clues.waiting(), origin, clues.references(), clues.payer(), clues.text());
    }

    private static Clues clues(Money waiting, String payer, String text) {
        var reference = new PaymentReference(text, PaymentReference.Kind.FREE, Optional.empty());
        return new Clues(waiting, Clues.Origin.UNKNOWN, List.of(reference), words(payer), words(text));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }
}
