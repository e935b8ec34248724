package se.aviso.it.matrix;

import se.aviso.it.Client;

/**
 * An answer, without what differs between two that say the same.
 *
 * @param problem the code of a refusal of the API; empty where there is none
 * @param goal where a browser is sent on to; empty where it stays
 */
record Seen(int status, String text, String problem, String goal) {
    /** An answer of the API; the id that was asked for is taken out of it. */
    static Seen of(Client.Reply reply, String... asked) {
        var json = reply.header("Content-Type").contains("json");
        var text = reply.text().replaceAll("\"traceId\":\"[^\"]*\"", "");
        var problem = json && reply.status() >= 400 ? reply.problem() : "";
        return new Seen(reply.status(), without(text, asked), problem, "");
    }

    /** A page; its trace, nonces and view states are other ones each time. */
    static Seen ofPage(int status, String body, String goal, String... asked) {
        var text = body.replaceAll("(?s)<form .*?</form>", "")
                .replaceAll("[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "")
                .replaceAll("nonce=\"[^\"]*\"|'nonce','[^']*'|PrimeFaces.csp.init\\('[^']*'\\)", "");
        return new Seen(status, without(text, asked), "", goal);
    }

    private static String without(String text, String... asked) {
        var plain = text;
        for (var word : asked) {
            plain = plain.replace(word, "ASKED");
        }
        return plain;
    }

    /** To the identity provider, or to the page that offers members a link beside it. */
    boolean isSentToLogIn() {
        return status == 302
                && (goal.startsWith(se.aviso.it.Issuer.get().address()) || goal.contains("/public/log-in.xhtml?to="));
    }

    @Override
    public String toString() {
        var words = text.length() > 300 ? text.substring(0, 300) + " …" : text;
        return status + (problem.isEmpty() ? "" : " " + problem) + (goal.isEmpty() ? "" : " to " + goal) + " " + words;
    }
}
