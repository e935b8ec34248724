package se.aviso.app.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.Money;

class RowTest {
    private static final Map<String, Object> EUROS = Map.of("amount", new BigDecimal(550_000), "currency", "EUR");

    @Test
    void anAmountIsInTheCurrencyThatItsRowNames() {
        assertThat(rowOf(EUROS).money("amount", "currency")).isEqualTo(new Money(550_000, Currency.getInstance("EUR")));
    }

    private static Row rowOf(Map<String, Object> columns) {
        var cursor = Proxy.newProxyInstance(
                RowTest.class.getClassLoader(),
                new Class<?>[] {ResultSet.class},
                (proxy, method, arguments) -> columns.get(String.valueOf(arguments[0])));
        return new Row((ResultSet) cursor);
    }
}
