package se.aviso.app.screen;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AddressTest {
    @Test
    void whatTheListHasAskedForIsNotMisread() {
        var address = of(Map.of("done", "1"));
        assertThat(address.text("done")).contains("1");
        assertThat(address.getMisread()).isEmpty();
    }

    @Test
    void whatNobodyHasAskedForIsToldAsItStands() {
        assertThat(of(Map.of("done", "1")).getMisread()).containsExactly("done=1");
    }

    @SuppressWarnings("UnnecessaryAssignment") // no container injects here
    private static Address of(Map<String, String> parameters) {
        var address = new Address();
        address.request = (HttpServletRequest) Proxy.newProxyInstance(
                AddressTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getParameter" -> parameters.get(String.valueOf(arguments[0]));
                    case "getParameterNames" -> Collections.enumeration(parameters.keySet());
                    case "getMethod" -> "GET";
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        return address;
    }
}
