export { PackOpening } from './pack-opening.js';
export { Packs } from './packs.js';
export { PacksModule } from './packs.module.js';
export { PACK_ENTITIES } from './pack.entities.js';
