package se.aviso.app.home;

/** How many memberships there are. */
public record Members(long active, long offered) {}
