package se.aviso.app.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import jakarta.resource.spi.ResourceAllocationException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseAwayTest {
    @ParameterizedTest
    @CsvSource({"08006, true", "08001, true", "57P01, true", "57P03, true", "53100, true", "53300, true"})
    @CsvSource({"23505, false", "42P01, false", "40001, false", "57014, false"})
    void theStateOfTheRefusalTells(String state, boolean away) {
        var fault = new PersistenceException(new SqlFailure("select 1", new SQLException("refused", state)));
        assertThat(DatabaseAway.isReasonOf(fault)).isEqualTo(away);
    }

    @Test
    void anEmptyPoolIsTakenForADatabaseThatIsAway() {
        assertThat(DatabaseAway.isReasonOf(new SQLException(new ResourceAllocationException("max-wait-time"))))
                .isTrue();
    }

    @Test
    void aFaultWithoutADatabaseIsOurOwn() {
        assertThat(DatabaseAway.isReasonOf(new IllegalStateException(new SQLException("no state"))))
                .isFalse();
    }
}
