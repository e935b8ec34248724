package se.aviso.it;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.jar.JarFile;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.security.PublicEndpoint;

/** Every method of every resource of the product, found in its classes. */
final class Endpoints {
    private Endpoints() {}

    /** A resource method: what is sent to reach it, and what it asks of the caller. */
    record Endpoint(String method, String path, String mediaType, Optional<Permission> needs, boolean open) {
        Client.Reply call(Client client) {
            var body = method.equals("GET") || method.equals("DELETE") ? "" : "{}";
            return client.send(method, path, Client.bytes(body), "Content-Type", mediaType);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** All of them. */
    static List<Endpoint> all() {
        var found = new ArrayList<Endpoint>();
        for (var type : classes()) {
            var path = type.getAnnotation(Path.class);
            if (path != null) {
                for (var method : type.getDeclaredMethods()) {
                    verb(method).ifPresent(verb -> found.add(endpoint(verb, path.value(), method)));
                }
            }
        }
        return found;
    }

    private static Endpoint endpoint(String verb, String base, Method method) {
        var own = Optional.ofNullable(method.getAnnotation(Path.class)).map(Path::value);
        var template = base + own.map(path -> "/" + path).orElse("");
        var path = template.replaceFirst("\\{action: *([a-z]+)[^}]*}", "$1")
                .replace("{id}", UUID.randomUUID().toString())
                .replaceAll("\\{[^}]*}", "x")
                .replaceFirst("^/", "");
        var needs = Optional.ofNullable(method.getAnnotation(Needs.class)).map(Needs::value);
        return new Endpoint(verb, path, mediaType(method), needs, method.isAnnotationPresent(PublicEndpoint.class));
    }

    private static String mediaType(Method method) {
        return Optional.ofNullable(method.getAnnotation(Consumes.class))
                .or(() -> Optional.ofNullable(method.getDeclaringClass().getAnnotation(Consumes.class)))
                .flatMap(consumes -> Arrays.stream(consumes.value())
                        .filter(type -> !type.contains("*"))
                        .findFirst())
                .map(type -> type.startsWith("multipart") ? type + "; boundary=b" : type)
                .orElse("application/json");
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .flatMap(annotation ->
                        Optional.ofNullable(annotation.annotationType().getAnnotation(HttpMethod.class)).stream())
                .map(HttpMethod::value)
                .findFirst();
    }

    private static List<Class<?>> classes() {
        var source = new File(
                Needs.class.getProtectionDomain().getCodeSource().getLocation().getPath());
        try (var jar = new JarFile(source)) {
            var classes = new ArrayList<Class<?>>();
            for (var entry : jar.stream().toList()) {
                if (entry.getName().endsWith("Resource.class")) {
                    var name = entry.getName().replace('/', '.').replaceFirst("\\.class$", "");
                    classes.add(Class.forName(name, false, Endpoints.class.getClassLoader()));
                }
            }
            return classes;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
