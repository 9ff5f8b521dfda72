// SPDX-License-Identifier: Apache-2.0

import WasmFormat

struct Translator {
    static func translate(_ index: Int, of code: ModuleCode) -> TranslatedFunction? { nil }
}
