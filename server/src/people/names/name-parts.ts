// What the module consists of around finding people by name.
import { PeopleSearchResolver } from './api/people-search.resolver.js';
import { NameIndex } from './name-index.js';
import { NameSearch } from './name-search.js';
import { NameUpkeep } from './name-upkeep.js';
import { NamesInText } from './names-in-text.js';
import { PeopleSearch } from './people-search.js';

export const NAME_SERVICES = [NameIndex, NameSearch, NamesInText, NameUpkeep, PeopleSearch];
export const NAME_API = [PeopleSearchResolver];
