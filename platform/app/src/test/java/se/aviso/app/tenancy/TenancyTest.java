package se.aviso.app.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.TenantId;

class TenancyTest {
    private static final TenantId A = new TenantId(new UUID(1, 1));
    private static final TenantId B = new TenantId(new UUID(2, 2));

    @Test
    void aThreadWorksForNobodyUnlessItSays() {
        assertThat(Tenancy.current()).isEmpty();
        assertThatThrownBy(Tenancy::required).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theFormerTenantComesBack() {
        Tenancy.within(A, () -> {
            assertThat(Tenancy.within(B, Tenancy::required)).isEqualTo(B);
            assertThat(Tenancy.required()).isEqualTo(A);
        });
        assertThat(Tenancy.current()).isEmpty();
    }

    @Test
    void aFailureLeavesNoTenantBehind() {
        assertThatThrownBy(() -> Tenancy.within(A, () -> {
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(Tenancy.current()).isEmpty();
    }
}
