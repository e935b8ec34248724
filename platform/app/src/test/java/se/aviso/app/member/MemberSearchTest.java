package se.aviso.app.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemberSearchTest {
    @Test
    void wordsAreFoldedAndSplitLikeTheWordsOfNames() {
        assertThat(MemberSearch.words("  \u00c5sa Karin-Britt ")).containsExactly("asa", "karin", "britt");
    }

    @Test
    void anEmailAddressIsOneWord() {
        assertThat(MemberSearch.words("Eva.Ek@Example.org")).containsExactly("eva.ek@example.org");
    }

    @Test
    void signsAloneAreNoWord() {
        assertThat(MemberSearch.words("- %")).isEmpty();
    }
}
