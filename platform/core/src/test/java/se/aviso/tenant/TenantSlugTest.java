package se.aviso.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantSlugTest {
    @ParameterizedTest
    @ValueSource(strings = {"fjall-vidd", "a1", "2027", "a-b-c"})
    void smallLettersDigitsAndSingleHyphensMakeAShortName(String text) {
        assertThat(new TenantSlug(text)).hasToString(text);
        assertThat(TenantSlug.isOne(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "-ab", "ab-", "a--b", "Fjall", "fjäll", "a b", "a/b", "a.b"})
    void nothingElseDoes(String text) {
        assertThat(TenantSlug.isOne(text)).isFalse();
        assertThatThrownBy(() -> new TenantSlug(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 10_000})
    void itHasAtMost63Letters(int length) {
        assertThat(TenantSlug.isOne("a".repeat(63))).isTrue();
        assertThat(TenantSlug.isOne("a".repeat(length))).isFalse();
    }
}
