package se.aviso.access;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.access.Permission.AUDIT_READ;
import static se.aviso.access.Permission.BANK_FILE_IMPORT;
import static se.aviso.access.Permission.BANK_FILE_READ;
import static se.aviso.access.Permission.BUSINESS_DATE_MOVE;
import static se.aviso.access.Permission.DISPATCH_READ;
import static se.aviso.access.Permission.GRANT_READ;
import static se.aviso.access.Permission.GRANT_WRITE;
import static se.aviso.access.Permission.GROUP_READ;
import static se.aviso.access.Permission.GROUP_WRITE;
import static se.aviso.access.Permission.INSTALLATION_RUN;
import static se.aviso.access.Permission.INVOICE_EXPORT;
import static se.aviso.access.Permission.INVOICE_READ;
import static se.aviso.access.Permission.INVOICE_WRITE;
import static se.aviso.access.Permission.LEDGER_READ;
import static se.aviso.access.Permission.MEMBER_READ;
import static se.aviso.access.Permission.MEMBER_WRITE;
import static se.aviso.access.Permission.OWN_READ;
import static se.aviso.access.Permission.OWN_WRITE;
import static se.aviso.access.Permission.PAYMENT_READ;
import static se.aviso.access.Permission.PAYMENT_WRITE;
import static se.aviso.access.Permission.PLUGIN_READ;
import static se.aviso.access.Permission.PRODUCT_READ;
import static se.aviso.access.Permission.PRODUCT_WRITE;
import static se.aviso.access.Permission.RUN_READ;
import static se.aviso.access.Permission.RUN_WRITE;
import static se.aviso.access.Permission.SELF_READ;
import static se.aviso.access.Permission.SETTING_WRITE;
import static se.aviso.access.Permission.TYPE_READ;
import static se.aviso.access.Permission.TYPE_WRITE;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.group.GroupKind;

class RoleTest {
    private static final Set<Permission> READS = Set.of(
            GROUP_READ,
            MEMBER_READ,
            TYPE_READ,
            PRODUCT_READ,
            INVOICE_READ,
            INVOICE_EXPORT,
            PAYMENT_READ,
            BANK_FILE_READ,
            RUN_READ,
            DISPATCH_READ,
            LEDGER_READ,
            GRANT_READ,
            AUDIT_READ,
            SELF_READ);
    private static final Set<Permission> WRITES = EnumSet.of(
            GROUP_WRITE,
            MEMBER_WRITE,
            PRODUCT_WRITE,
            INVOICE_WRITE,
            PAYMENT_WRITE,
            BANK_FILE_IMPORT,
            RUN_WRITE,
            GRANT_WRITE);

    @Test
    void aTenantAdminMayEverythingInTheTenant() {
        assertThat(EnumSet.complementOf(EnumSet.copyOf(Role.TENANT_ADMIN.permissions())))
                .containsExactlyInAnyOrder(OWN_READ, OWN_WRITE, INSTALLATION_RUN);
    }

    @Test
    void aFederationAdminMayEverythingButWhatIsTheTenants() {
        var allButTheTenants = EnumSet.copyOf(Role.TENANT_ADMIN.permissions());
        allButTheTenants.removeAll(Set.of(PLUGIN_READ, BUSINESS_DATE_MOVE, SETTING_WRITE));
        assertThat(Role.FEDERATION_ADMIN.permissions())
                .isEqualTo(allButTheTenants)
                .contains(TYPE_WRITE);
    }

    @ParameterizedTest
    @EnumSource(names = {"GROUP_ADMIN", "DISTRICT_ADMIN"})
    void whoRunsAGroupReadsAndWritesWhatIsTheGroups(Role role) {
        var both = EnumSet.copyOf(READS);
        both.addAll(WRITES);
        assertThat(role.permissions()).isEqualTo(both);
    }

    @Test
    void aCashierSettlesPaymentsAndNothingElse() {
        assertThat(Role.CASHIER.permissions())
                .containsExactlyInAnyOrder(
                        PAYMENT_READ, PAYMENT_WRITE, BANK_FILE_READ, BANK_FILE_IMPORT, INVOICE_READ, SELF_READ);
    }

    @Test
    void anAuditorReadsAllAndWritesNothing() {
        assertThat(Role.AUDITOR.permissions()).isEqualTo(READS);
    }

    @Test
    void anOperatorSeesNothingOfMembersOrTheirMoney() {
        assertThat(Role.OPERATOR.permissions())
                .containsExactlyInAnyOrder(INSTALLATION_RUN, PLUGIN_READ, GRANT_READ, GRANT_WRITE, SELF_READ);
    }

    @Test
    void aMemberSeesAndChangesTheOwn() {
        assertThat(Role.MEMBER.permissions()).containsExactlyInAnyOrder(OWN_READ, OWN_WRITE, SELF_READ);
    }

    @ParameterizedTest
    @EnumSource
    void everyRoleBringsToAskWhoOneIs(Role role) {
        assertThat(role.permissions()).contains(SELF_READ);
    }

    @ParameterizedTest
    @CsvSource({
        "1, TENANT_ADMIN", "2, GROUP_ADMIN", "3, MEMBER", "4, OPERATOR",
        "5, FEDERATION_ADMIN", "6, DISTRICT_ADMIN", "7, CASHIER", "8, AUDITOR"
    })
    void aNumberInTheTableStandsForOneRoleForEver(int code, Role role) {
        assertThat(Role.of(code)).isEqualTo(role);
        assertThat(role.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-, TENANT_ADMIN OPERATOR GROUP_ADMIN CASHIER AUDITOR",
                "FEDERATION, FEDERATION_ADMIN GROUP_ADMIN MEMBER CASHIER AUDITOR",
                "DISTRICT, DISTRICT_ADMIN GROUP_ADMIN MEMBER CASHIER AUDITOR",
                "LOCAL, GROUP_ADMIN MEMBER CASHIER AUDITOR"
            })
    void aRoleStandsWhereItBelongs(String line) {
        var parts = line.split(", ", 2);
        var kind = Optional.of(parts[0]).filter(name -> !name.equals("-")).map(GroupKind::valueOf);
        assertThat(Arrays.stream(Role.values()).filter(role -> role.mayStandOn(kind)))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(parts[1].split(" ")).map(Role::valueOf).toList());
    }
}
