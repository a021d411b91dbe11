package org.emotitune.llm;

/** How far a server can be made to answer in a form, best first. */
public enum OutputLevel {
    JSON_SCHEMA,
    JSON,
    LIST
}
