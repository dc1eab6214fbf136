# SPDX-License-Identifier: Apache-2.0
# The page of `mahdar serve`: web/ bundled, with its fonts and coast lines, into build/web, which
# src/serve/embedded.S takes into the library. What a machine lacks at configure time is left out:
# without esbuild the page says so, without fonts the browser's own are taken, without coast lines
# maps show a grid. Sets WEB_FOLDER and WEB_FILES.
set(WEB_FOLDER ${CMAKE_BINARY_DIR}/web)
set(WEB_FILES)
option(MAHDAR_PAGE "put the page of mahdar serve into the library" ON)
file(MAKE_DIRECTORY ${WEB_FOLDER})

find_program(ESBUILD esbuild)
find_file(NATURAL_EARTH ne_110m_land.shp PATHS /usr/share/magics/110m NO_DEFAULT_PATH)
find_path(NOTO_FONTS NotoNaskhArabic-Regular.ttf
  PATHS /usr/share/fonts/truetype/noto /usr/share/fonts/noto NO_DEFAULT_PATH)

# What is missing is worth a warning, unless nothing was wanted.
function(web_warn words)
  if(MAHDAR_PAGE)
    message(WARNING "${words} (tools/install-deps build).")
  endif()
endfunction()

# Copy a file into the page's folder under another name; an empty one stands for what is missing.
function(web_copy source name)
  if(source)
    add_custom_command(OUTPUT ${WEB_FOLDER}/${name}
      COMMAND ${CMAKE_COMMAND} -E copy ${source} ${WEB_FOLDER}/${name} DEPENDS ${source}
      COMMENT "web: ${name}")
  else()
    add_custom_command(OUTPUT ${WEB_FOLDER}/${name}
      COMMAND ${CMAKE_COMMAND} -E rm -f ${WEB_FOLDER}/${name}
      COMMAND ${CMAKE_COMMAND} -E touch ${WEB_FOLDER}/${name} COMMENT "web: no ${name}")
  endif()
  set(WEB_FILES ${WEB_FILES} ${WEB_FOLDER}/${name} PARENT_SCOPE)
endfunction()

web_copy(${CMAKE_SOURCE_DIR}/web/refused.html refused.html)
if(MAHDAR_PAGE AND NOTO_FONTS)
  web_copy(${NOTO_FONTS}/NotoNaskhArabic-Regular.ttf font-regular.ttf)
  web_copy(${NOTO_FONTS}/NotoNaskhArabic-Bold.ttf font-bold.ttf)
else()
  web_warn("No Noto Naskh Arabic in the page: it needs fonts-noto-core")
  web_copy("" font-regular.ttf)
  web_copy("" font-bold.ttf)
endif()

if(MAHDAR_PAGE AND NATURAL_EARTH AND Python3_FOUND)
  add_custom_command(OUTPUT ${WEB_FOLDER}/world.json
    COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_SOURCE_DIR}/tools/coast/coast.py ${NATURAL_EARTH}
      ${WEB_FOLDER}/world.json
    DEPENDS tools/coast/coast.py ${NATURAL_EARTH} COMMENT "web: world.json")
  list(APPEND WEB_FILES ${WEB_FOLDER}/world.json)
else()
  web_warn("No coast lines in the page's maps: they need python3 and libmagics++-data")
  web_copy("" world.json)
endif()

file(GLOB_RECURSE WEB_SOURCES CONFIGURE_DEPENDS web/*.ts web/*.tsv)
if(MAHDAR_PAGE AND ESBUILD)
  list(FILTER WEB_SOURCES EXCLUDE REGEX "/node_modules/")
  web_copy(${CMAKE_SOURCE_DIR}/web/index.html index.html)
  web_copy(${CMAKE_SOURCE_DIR}/web/page.css page.css)
  add_custom_command(OUTPUT ${WEB_FOLDER}/page.js
    COMMAND ${ESBUILD} ${CMAKE_SOURCE_DIR}/web/main.ts --bundle --minify --charset=utf8
      --format=iife --target=es2020 --loader:.tsv=text --log-level=warning
      --outfile=${WEB_FOLDER}/page.js
    DEPENDS ${WEB_SOURCES} ${LANG_FILES}
    COMMENT "web: page.js")
  list(APPEND WEB_FILES ${WEB_FOLDER}/page.js)
else()
  web_warn("No page in mahdar serve: it needs esbuild")
  web_copy(${CMAKE_SOURCE_DIR}/web/missing.html index.html)
  web_copy("" page.css)
  web_copy("" page.js)
endif()

set_source_files_properties(src/serve/embedded.S PROPERTIES
  OBJECT_DEPENDS "${WEB_FILES}" COMPILE_OPTIONS "-Wa,-I${WEB_FOLDER}")
