/** The lists of the desk that stand in one frame. */
export type ListName = 'CHILDREN' | 'VOLUNTEERS' | 'HOUSEHOLDS' | 'STAFF' | 'COMPANIONSHIPS';
