package se.aviso.it.matrix;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import se.aviso.it.Client;
import se.aviso.it.Endpoints;

/** One question: who asks for what at which place. */
record Call(World world, Person person, Place place, Example example) {
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
    private static final String PLUGIN = "accounting-sie";

    /** The id of a thing where it is asked for. */
    String id(Thing thing) {
        return world.id(thing, place);
    }

    String idAt(Thing thing, Place other) {
        return world.id(thing, other);
    }

    /** The id of a thing of the caller's own tenant. */
    String own(Thing thing) {
        return world.id(thing, person.tenant().equals(World.MIRROR) ? Place.THEIRS : Place.CLUB);
    }

    /** What stands behind the address; the id is that of the thing. */
    String query() {
        return example.query().isEmpty() ? "" : "?" + (example.thing() == Thing.NOTHING ? example.query() : named());
    }

    private String named() {
        return example.query().formatted(id(example.thing()), id(example.thing().whole()));
    }

    /** Asks the API. */
    Seen ask(Client client, Endpoints.Endpoint route) {
        var body = bytes(example.body().apply(this), route);
        var headers = List.of(
                "Content-Type",
                route.mediaType(),
                "Idempotency-Key",
                UUID.randomUUID().toString(),
                "If-Match",
                "*");
        var reading = route.method().equals("GET");
        var reply = client.send(
                route.method(),
                path(route.template()) + query(),
                body,
                reading ? new String[0] : headers.toArray(String[]::new));
        return Seen.of(reply, asked());
    }

    /** What is taken out of an answer before it is compared. */
    String[] asked() {
        return example.thing() == Thing.NOTHING || example.list()
                ? new String[0]
                : new String[] {id(example.thing()), place.slug()};
    }

    private static byte[] bytes(Object body, Endpoints.Endpoint route) {
        var bytes = body instanceof byte[] raw ? raw : Client.bytes(body);
        return route.mediaType().startsWith("multipart") ? Examples.part(bytes) : bytes;
    }

    /** The first name in a path is that of the thing; others say themselves what they name. */
    private String path(String template) {
        var names = NAME.matcher(template);
        var path = new StringBuilder();
        while (names.find()) {
            names.appendReplacement(path, named(names.group(1)));
        }
        return names.appendTail(path).toString();
    }

    private String named(String name) {
        return switch (name) {
            case "id" -> example.path().map(this::own).orElseGet(this::idOrPlugin);
            case "groupSlug" -> place.slug();
            case "channel" -> "SMS";
            case "plugin" -> PLUGIN;
            case "key" -> "nobodys-key"; // of a provider, which has no badge
            case "dispatch" -> id(Thing.DISPATCH);
            case "year" -> World.TODAY.substring(0, "2027".length());
            case "account" -> "1510";
            case "seller" -> id(Thing.GROUP);
            case "credit" -> id(Thing.KEPT_SURPLUS);
            case "use" -> id(Thing.CREDIT_USE);
            case "chargeBack" -> id(Thing.CHARGE_BACK);
            case "price" -> id(example.thing());
            case "stop" -> id(example.thing() == Thing.MEMBER ? Thing.PAYER_STOP : Thing.STOP);
            default -> id(Thing.valueOf(name.toUpperCase(Locale.ROOT)));
        };
    }

    /** What is nobody's thing and has a name is a plugin: it belongs to the installation. */
    private String idOrPlugin() {
        return example.thing() == Thing.NOTHING ? PLUGIN : id(example.thing());
    }

    @Override
    public String toString() {
        return person + " at " + place + (example.query().isEmpty() ? "" : " ?" + example.query());
    }
}
