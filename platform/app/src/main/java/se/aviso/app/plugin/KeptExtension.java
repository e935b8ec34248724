package se.aviso.app.plugin;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An extension that was asked once what it is: its name and whatever else it says without being given anything. The
 * answers are kept, and the plugin is never asked again; so they can be had anywhere, in a transaction too.
 */
final class KeptExtension implements InvocationHandler {
    private final Object extension;
    private final Map<Method, Object> said;

    private KeptExtension(Object extension, Map<Method, Object> said) {
        this.extension = extension;
        this.said = said;
    }

    /**
     * The extension as the host has it; its class is of the plugin's class loader like the extension's own.
     *
     * @throws IllegalStateException when the plugin fails to say what it is
     */
    static <T> T of(Class<T> kind, Object extension) {
        var said = new HashMap<Method, Object>();
        for (var method : kind.getMethods()) {
            if (method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers())) {
                said.put(method, answer(extension, method));
            }
        }
        var loader = extension.getClass().getClassLoader();
        return kind.cast(Proxy.newProxyInstance(loader, new Class<?>[] {kind}, new KeptExtension(extension, said)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] given) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, method, given);
        }
        var kept = said.get(method);
        return kept == null ? asked(extension, method, given) : kept;
    }

    private @Nullable Object ofObject(Object proxy, Method method, @Nullable Object @Nullable [] given) {
        return switch (method.getName()) {
            case "equals" -> given != null && proxy == given[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> extension.getClass().getName();
        };
    }

    /** A set is copied, for one of the plugin's own making could do anything. */
    private static Object answer(Object extension, Method method) {
        try {
            var answer = asked(extension, method, new Object[0]);
            if (answer == null) {
                throw new IllegalStateException("null is no " + method.getName());
            }
            return answer instanceof Set<?> set ? Set.copyOf(set) : answer;
        } catch (RuntimeException | Error failed) {
            throw failed;
        } catch (Throwable failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static @Nullable Object asked(Object extension, Method method, @Nullable Object @Nullable [] given)
            throws Throwable {
        try {
            return method.invoke(extension, given);
        } catch (InvocationTargetException failed) {
            throw failed.getCause() == null ? failed : failed.getCause();
        }
    }
}
