package se.aviso.it;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.security.PublicEndpoint;

/** Every method of every resource of the product, found in its classes. */
public final class Endpoints {
    private static final Pattern CHOICE = Pattern.compile("\\{\\w+: *([a-z| -]+)}");

    private Endpoints() {}

    /**
     * A resource method: what is sent to reach it, and what it asks of the caller.
     *
     * @param template the path with names for what differs; of several acts in one path, each is an endpoint
     */
    public record Endpoint(String method, String template, String mediaType, Optional<Permission> needs, boolean open) {
        /** The path to something that is not there. */
        public String path() {
            return template.replaceAll("\\{groupSlug}", "x")
                    .replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
        }

        public Client.Reply call(Client client) {
            var body = method.equals("GET") || method.equals("DELETE") ? "" : "{}";
            return client.send(method, path(), Client.bytes(body), "Content-Type", mediaType);
        }

        @Override
        public String toString() {
            return method + " " + template;
        }
    }

    /** All of them. */
    public static List<Endpoint> all() {
        var found = new ArrayList<Endpoint>();
        for (var type : classes()) {
            var path = type.getAnnotation(Path.class);
            if (path != null) {
                for (var method : type.getDeclaredMethods()) {
                    verb(method).ifPresent(verb -> found.addAll(endpoints(verb, path.value(), method)));
                }
            }
        }
        return found;
    }

    private static List<Endpoint> endpoints(String verb, String base, Method method) {
        var own = Optional.ofNullable(method.getAnnotation(Path.class)).map(Path::value);
        var template = base + own.map(path -> "/" + path).orElse("");
        var needs = Optional.ofNullable(method.getAnnotation(Needs.class)).map(Needs::value);
        var open = method.isAnnotationPresent(PublicEndpoint.class);
        return acts(template.replaceFirst("^/", ""))
                .map(path -> new Endpoint(verb, path, mediaType(method), needs, open))
                .toList();
    }

    private static Stream<String> acts(String template) {
        var choice = CHOICE.matcher(template);
        return choice.find()
                ? Arrays.stream(choice.group(1).split("\\|")).map(act -> choice.replaceFirst(act.strip()))
                : Stream.of(template);
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

    private static boolean mentionsPaths(JarFile jar, JarEntry entry) throws IOException {
        try (var stream = jar.getInputStream(entry)) {
            return new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1).contains("Ljakarta/ws/rs/Path;");
        }
    }

    private static List<Class<?>> classes() {
        var source = new File(
                Needs.class.getProtectionDomain().getCodeSource().getLocation().getPath());
        try (var jar = new JarFile(source)) {
            var classes = new ArrayList<Class<?>>();
            for (var entry : jar.stream().toList()) {
                if (entry.getName().endsWith(".class") && mentionsPaths(jar, entry)) {
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
