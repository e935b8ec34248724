package se.aviso.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerAddressTest {
    private static final String PROXY = "10.0.0.1";

    @Test
    void withoutATrustedProxyTheHeaderCountsForNothing() {
        assertThat(CallerAddress.of(PROXY, List.of("203.0.113.7"), 0)).isEqualTo(PROXY);
    }

    @ParameterizedTest
    @CsvSource({"1, 198.51.100.2", "2, 203.0.113.7", "3, 192.0.2.9"})
    void ofSoManyTrustedProxiesTheFirstHasWrittenTheSoManiethEntryFromTheRight(int trusted, String expected) {
        assertThat(CallerAddress.of(PROXY, List.of("192.0.2.9, 203.0.113.7, 198.51.100.2"), trusted))
                .isEqualTo(expected);
    }

    @Test
    void severalHeadersAreOneList() {
        assertThat(CallerAddress.of(PROXY, List.of("203.0.113.7", "198.51.100.2"), 2))
                .isEqualTo("203.0.113.7");
    }

    @Test
    void fewerEntriesThanTrustedProxiesAreNotBelieved() {
        assertThat(CallerAddress.of(PROXY, List.of("203.0.113.7"), 2)).isEqualTo(PROXY);
        assertThat(CallerAddress.of(PROXY, List.of(), 1)).isEqualTo(PROXY);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7:4711, 203.0.113.7",
        "2001:db8::7, 2001:db8::7",
        "[2001:db8::7], 2001:db8::7",
        "[2001:db8::7]:4711, 2001:db8::7"
    })
    void aPortDoesNotMakeAnotherCaller(String hop, String expected) {
        assertThat(CallerAddress.of(PROXY, List.of(hop), 1)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"unknown", "''", "<script>", "_hidden"})
    void whatIsNoAddressIsNotBelieved(String hop) {
        assertThat(CallerAddress.of(PROXY, List.of(hop), 1)).isEqualTo(PROXY);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002/64",
        "2001:db8:1:2::ffff, 20010db800010002/64",
        "2001:db8:1:3::ffff, 20010db800010003/64",
        "fe80::1%eth0, fe80000000000000/64",
        "::ffff:203.0.113.7, 203.0.113.7"
    })
    void callersOfOneIpv6NetworkAreOneCaller(String address, String expected) {
        assertThat(CallerAddress.network(address)).isEqualTo(expected);
    }
}
