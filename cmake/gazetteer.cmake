# SPDX-License-Identifier: Apache-2.0
# Places beyond lang/places, from packages of the system: build/lang/generated/gazetteer.tsv.
# Sets GENERATED_LANG, the folder, and GENERATED_FILES; without the packages the model does without.
set(GENERATED_LANG ${CMAKE_BINARY_DIR}/lang)
set(GENERATED_FILES)
option(MAHDAR_GAZETTEER "compile places of GeoNames and CLDR into the model, where installed" ON)

find_package(Python3 COMPONENTS Interpreter QUIET)
find_file(GEONAMES_NAMES geonames.mo PATHS /usr/share/locale/ar/LC_MESSAGES NO_DEFAULT_PATH)
find_file(GEONAMES_TOWNS libgeonames.so.0
  PATHS /usr/lib/${CMAKE_LIBRARY_ARCHITECTURE} /usr/lib/${CMAKE_C_LIBRARY_ARCHITECTURE} /usr/lib NO_DEFAULT_PATH)
find_path(CLDR_COMMON subdivisions/ar.xml PATHS /usr/share/unicode/cldr/common NO_DEFAULT_PATH)

if(MAHDAR_GAZETTEER AND Python3_FOUND AND GEONAMES_NAMES AND GEONAMES_TOWNS AND CLDR_COMMON)
  set(GENERATED_FILES ${GENERATED_LANG}/generated/gazetteer.tsv)
  file(MAKE_DIRECTORY ${GENERATED_LANG}/generated)
  file(GLOB GAZETTEER_SOURCES CONFIGURE_DEPENDS tools/gazetteer/*.py)
  add_custom_command(
    OUTPUT ${GENERATED_FILES}
    COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_SOURCE_DIR}/tools/gazetteer/gazetteer.py
      ${CMAKE_SOURCE_DIR}/lang ${GENERATED_FILES}
      --names ${GEONAMES_NAMES} --towns ${GEONAMES_TOWNS} --cldr ${CLDR_COMMON}
    DEPENDS ${GAZETTEER_SOURCES} ${GEONAMES_NAMES} ${GEONAMES_TOWNS}
      lang/places/cities.tsv lang/places/units.tsv lang/actors/states.tsv
    COMMENT "writing the gazetteer")
else()
  # A table of an earlier configuration must not stay in the model.
  file(REMOVE ${GENERATED_LANG}/generated/gazetteer.tsv)
  if(MAHDAR_GAZETTEER)
    set(tone WARNING)
  else()
    set(tone STATUS)
  endif()
  message(${tone} "No gazetteer: only the places of lang/places and lang/actors are known. It needs python3, "
    "libgeonames-common, libgeonames0 and unicode-cldr-core (tools/install-deps build) and MAHDAR_GAZETTEER=ON.")
endif()
