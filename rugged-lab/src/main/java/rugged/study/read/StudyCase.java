package rugged.study.read;

import rugged.params.Node;

/**
 * One of the systems that a study compares: the study with the sections of the case in place of its own.
 *
 * @param root its tree
 * @param file its keys
 */
public record StudyCase(Node.Mapping root, StudyFile file) {}
