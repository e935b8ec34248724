package se.aviso.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.aviso.kernel.VatRate;

class ChartOfAccountsTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            RECEIVABLES,    1510
            BANK,           1930
            CREDIT_BALANCE, 2420
            VAT_STANDARD,   2611
            VAT_REDUCED,    2621
            VAT_LOW,        2631
            SUSPENSE,       2999
            ROUNDING,       3740
            WRITE_OFF,      6351
            """)
    void whatIsNotSetIsTheBasCharts(AccountRole role, int account) {
        assertThat(ChartOfAccounts.bas().account(role)).isEqualTo(account);
    }

    @Test
    void aTenantSetsAccountsOfItsOwn() {
        var chart = new ChartOfAccounts(Map.of(AccountRole.BANK, 1920, AccountRole.VAT_LOW, 2639));
        assertThat(chart.account(AccountRole.BANK)).isEqualTo(1920);
        assertThat(chart.outputVat(VatRate.LOW)).isEqualTo(2639);
        assertThat(chart.account(AccountRole.RECEIVABLES)).isEqualTo(1510);
    }

    @ParameterizedTest
    @CsvSource({"STANDARD, 2611", "REDUCED, 2621", "LOW, 2631"})
    void eachRateHasItsAccountOfOutputVat(VatRate rate, int account) {
        assertThat(ChartOfAccounts.bas().outputVat(rate)).isEqualTo(account);
    }

    @ParameterizedTest
    @EnumSource(names = {"ZERO", "EXEMPT"})
    void aRateWithoutTaxHasNone(VatRate rate) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChartOfAccounts.bas().outputVat(rate))
                .withMessageContaining(rate.name());
    }
}
