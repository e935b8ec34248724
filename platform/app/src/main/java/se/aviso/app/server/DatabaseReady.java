package se.aviso.app.server;

/** An event: the tables stand as this version needs them, work may begin. */
public record DatabaseReady() {}
