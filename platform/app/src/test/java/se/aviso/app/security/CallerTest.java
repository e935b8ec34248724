package se.aviso.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.access.Grant;
import se.aviso.access.Permission;
import se.aviso.access.Role;
import se.aviso.kernel.TenantId;

class CallerTest {
    @ParameterizedTest
    @CsvSource({
        "/0001/0003/, /0001/0003/, true",
        "/0001/0003/, /0001/0003/0009/, true",
        "/0001/0003/, /0001/, false",
        "/0001/0003/, /0001/0004/, false",
        "/, /0001/0004/, true",
    })
    void aGrantReachesItsGroupAndAllBelow(String granted, String asked, boolean expected) {
        var caller = caller(Grant.of(Role.GROUP_ADMIN, granted));
        assertThat(caller.may(Permission.INVOICE_WRITE, asked)).isEqualTo(expected);
    }

    @Test
    void aSubtreeWithinAnotherIsNotNamedTwice() {
        var caller = caller(
                Grant.of(Role.GROUP_ADMIN, "/0001/0003/"),
                Grant.of(Role.GROUP_ADMIN, "/0001/"),
                Grant.of(Role.GROUP_ADMIN, "/0002/"));
        assertThat(caller.pathsFor(Permission.MEMBER_READ)).containsExactly("/0001/", "/0002/");
    }

    @Test
    void aMemberSeesTheirOwnAndNothingElse() {
        var member = UUID.randomUUID();
        var caller = caller(new Grant(Role.MEMBER, "", Optional.of(member), Optional.empty()));
        assertThat(caller.memberIds()).containsExactly(member);
        assertThat(caller.may(Permission.OWN_READ)).isTrue();
        assertThat(caller.may(Permission.MEMBER_READ)).isFalse();
        assertThat(caller.pathsFor(Permission.MEMBER_READ)).isEmpty();
    }

    @Test
    void whoReadsTheMailboxOfSeveralIsAllOfThemAndEachOnce() {
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        var grants = Stream.of(first, second, first)
                .map(member -> new Grant(Role.MEMBER, Grant.WHOLE_TREE, Optional.of(member), Optional.empty()));
        assertThat(caller(grants.toArray(Grant[]::new)).memberIds()).containsExactly(first, second);
    }

    private static Caller caller(Grant... grants) {
        var caller = new Caller();
        caller.become(
                new Caller.Identity(new TenantId(new UUID(1, 1)), "s", "Anna", Optional.empty()), List.of(grants));
        return caller;
    }
}
